#include "shim.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <string.h>

enum { FAULT = 1, STOP = 2 };

typedef struct {
  const double *objective, *lower, *upper;
  const int32_t *rows, *columns;
  const double *coefficients;
} data;

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
  strncpy(call->message, text, sizeof call->message - 1);
  call->message[sizeof call->message - 1] = 0;
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

static int bound_kind(double lower, double upper) {
  if (lower == -INFINITY) return upper == INFINITY ? GLP_FR : GLP_UP;
  if (upper == INFINITY) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static glp_prob *build(const nastavnik_glpk_call *call, const data *d) {
  glp_prob *problem = glp_create_prob();
  glp_set_obj_dir(problem, GLP_MAX);
  glp_add_rows(problem, call->row_count);
  glp_add_cols(problem, call->column_count);
  for (int row = 0; row < call->row_count; row++) {
    double lower = d->lower[row], upper = d->upper[row];
    glp_set_row_bnds(problem, row + 1, bound_kind(lower, upper), lower, upper);
  }
  for (int column = 0; column < call->column_count; column++) {
    glp_set_col_kind(problem, column + 1, GLP_BV);
    glp_set_obj_coef(problem, column + 1, d->objective[column]);
  }
  // One row at a time would need sorted entries; the triplets that GLPK takes count from 1.
  int *rows = glp_alloc(call->entry_count + 1, sizeof(int));
  int *columns = glp_alloc(call->entry_count + 1, sizeof(int));
  for (int entry = 0; entry < call->entry_count; entry++) {
    rows[entry + 1] = d->rows[entry] + 1;
    columns[entry + 1] = d->columns[entry] + 1;
  }
  glp_load_matrix(problem, call->entry_count, rows, columns, d->coefficients - 1);
  glp_free(rows);
  glp_free(columns);
  return problem;
}

static int solve_relaxation(glp_prob *problem, const nastavnik_glpk_call *call) {
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.tol_bnd = 1e-9;
  parameters.tol_dj = 1e-9;
  parameters.tm_lim = call->time_limit_milliseconds;
  parameters.out_frq = 50;
  glp_scale_prob(problem, GLP_SF_AUTO);
  int code = glp_simplex(problem, &parameters);
  if (code == 0 || code == GLP_ETMLIM) return code;
  // A singular or ill-conditioned basis on the way: once more from an advanced one, dual first.
  glp_adv_basis(problem, 0);
  parameters.meth = GLP_DUALP;
  return glp_simplex(problem, &parameters);
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

static void read_values(glp_prob *problem, nastavnik_glpk_call *call, double *values) {
  for (int column = 0; column < call->column_count; column++)
    values[column] = glp_mip_col_val(problem, column + 1);
  call->has_values = 1;
}

static nastavnik_glpk_end run(guard *g, const data *d, double *values) {
  nastavnik_glpk_call *call = g->call;
  double start = glp_time();
  glp_prob *problem = build(call, d);
  call->code = solve_relaxation(problem, call);
  if (call->code == GLP_ENOPFS) return NASTAVNIK_GLPK_INFEASIBLE;
  if (call->code == GLP_ETMLIM) return NASTAVNIK_GLPK_STOPPED;
  if (call->code != 0) return NASTAVNIK_GLPK_FAILED;
  if (glp_get_status(problem) == GLP_NOFEAS) return NASTAVNIK_GLPK_INFEASIBLE;
  if (glp_get_status(problem) != GLP_OPT) return NASTAVNIK_GLPK_FAILED;
  call->bound = glp_get_obj_val(problem);

  double left = call->time_limit_milliseconds - glp_difftime(glp_time(), start) * 1000;
  g->in_tree = 1;
  call->code = search_tree(problem, g, left < 1 ? 1 : (int)left);
  int status = glp_mip_status(problem);
  if (status == GLP_OPT || status == GLP_FEAS) read_values(problem, call, values);
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
  data d = {objective, lower, upper, entry_rows, entry_columns, coefficients};
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
    end = run(&g, &d, values);
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
