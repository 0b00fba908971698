#include "shim.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <string.h>

#include "message.h"
#include "relaxation.h"

enum { FAULT = 1, STOP = 2 };

typedef struct {
  jmp_buf landing;
  nastavnik_glpk_call *call;
  int in_tree;
} guard;

static void on_error(void *info) {
  guard *g = info;
  longjmp(g->landing, FAULT);
}

// GLPK prints a line now and then while the simplex method runs, which has no other callback: so the
// lines are also where it is asked to stop. All memory is in the environment, which is freed after.
// Inside the tree search a jump would lose the best answer so far, and there is a callback.
static int on_text(void *info, const char *text) {
  guard *g = info;
  nastavnik_glpk_call *call = g->call;
  nastavnik_glpk_keep(call->message, sizeof call->message, text);
  if (!g->in_tree && call->should_stop && call->should_stop(call->context))
    longjmp(g->landing, STOP);
  return 1;
}

static void on_tree(glp_tree *tree, void *info) {
  nastavnik_glpk_call *call = ((guard *)info)->call;
  int best = glp_ios_best_node(tree);
  if (best) {
    double bound = glp_ios_node_bound(tree, best);
    if (bound < call->bound) call->bound = bound;
  }
  if (call->should_stop && call->should_stop(call->context)) glp_ios_terminate(tree);
}

static int search_tree(glp_prob *problem, guard *g, int milliseconds) {
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.br_tech = GLP_BR_DTH;
  parameters.bt_tech = GLP_BT_BLB;
  parameters.tol_int = 1e-7;
  parameters.tol_obj = g->call->objective_tolerance;
  parameters.tm_lim = milliseconds;
  parameters.out_frq = 50;
  parameters.cb_func = on_tree;
  parameters.cb_info = g;
  return glp_intopt(problem, &parameters);
}

// A vertex of a network is integral, and other programs are lucky at times: nothing to search then.
static int read_integral_vertex(
    const nastavnik_glpk_program *program, nastavnik_glpk_call *call, double *values) {
  for (int column = 0; column < call->column_count; column++) {
    int place = program->place[column];
    double value = place ? glp_get_col_prim(program->problem, place) : 0;
    values[column] = round(value);
    if (fabs(value - values[column]) > 1e-9) return 0;
  }
  call->has_values = 1;
  return 1;
}

static void read_values(
    const nastavnik_glpk_program *program, nastavnik_glpk_call *call, double *values) {
  for (int column = 0; column < call->column_count; column++)
    values[column] = glp_mip_col_val(program->problem, program->place[column]);
  call->has_values = 1;
}

static nastavnik_glpk_end run(guard *g, const nastavnik_glpk_data *data, double *values) {
  nastavnik_glpk_call *call = g->call;
  nastavnik_glpk_program program = nastavnik_glpk_make(call, data);
  glp_prob *problem = program.problem;
  call->code = nastavnik_glpk_relax(&program);
  if (call->code == 0 && glp_get_status(problem) == GLP_OPT) {
    call->bound = glp_get_obj_val(problem);
    if (read_integral_vertex(&program, call, values)) return NASTAVNIK_GLPK_OPTIMAL;
    call->code = nastavnik_glpk_complete(&program);
  }
  if (call->code == GLP_ENOPFS) return NASTAVNIK_GLPK_INFEASIBLE;
  if (call->code == GLP_ETMLIM) return NASTAVNIK_GLPK_STOPPED;
  if (call->code != 0) return NASTAVNIK_GLPK_FAILED;
  if (glp_get_status(problem) == GLP_NOFEAS) return NASTAVNIK_GLPK_INFEASIBLE;
  if (glp_get_status(problem) != GLP_OPT) return NASTAVNIK_GLPK_FAILED;

  g->in_tree = 1;
  call->code = search_tree(problem, g, nastavnik_glpk_milliseconds_left(&program));
  int status = glp_mip_status(problem);
  if (status == GLP_OPT || status == GLP_FEAS) read_values(&program, call, values);
  if (call->code == 0 && status == GLP_OPT) return NASTAVNIK_GLPK_OPTIMAL;
  if (call->code == 0 && status == GLP_NOFEAS) return NASTAVNIK_GLPK_INFEASIBLE;
  if (call->code == GLP_ENOPFS) return NASTAVNIK_GLPK_INFEASIBLE;
  if (call->code == GLP_ETMLIM || call->code == GLP_ESTOP) return NASTAVNIK_GLPK_STOPPED;
  return NASTAVNIK_GLPK_FAILED;
}

nastavnik_glpk_end nastavnik_glpk_solve(
    nastavnik_glpk_call *call, const double *objective, const double *lower, const double *upper,
    const int32_t *entry_rows, const int32_t *entry_columns, const double *coefficients,
    double *values) {
  nastavnik_glpk_data data = {
      objective, lower, upper, entry_rows, entry_columns, coefficients};
  guard g;
  nastavnik_glpk_end end;
  g.call = call;
  g.in_tree = 0;
  call->has_values = 0;
  call->bound = INFINITY;
  call->code = 0;
  call->message[0] = 0;
  switch (setjmp(g.landing)) {
  case 0:
    glp_error_hook(on_error, &g);
    glp_term_hook(on_text, &g);
    if (call->memory_limit_megabytes > 0) glp_mem_limit(call->memory_limit_megabytes);
    end = run(&g, &data, values);
    break;
  case STOP:
    end = NASTAVNIK_GLPK_STOPPED;
    break;
  default:
    end = NASTAVNIK_GLPK_FAULT;
  }
  // Whatever happened, nothing of this call is left: models, hooks and buffers live in there.
  glp_free_env();
  return end;
}
