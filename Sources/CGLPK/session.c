#include "session.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

enum { FAULT = 1, STOP = 2 };

struct nastavnik_lp {
  glp_prob *problem;
  /// The life of the thread's environment in which the problem was made.
  unsigned life;
  int32_t (*should_stop)(void *context);
  void *context;
  // Of the objective, in magnitude.
  double largest_coefficient;
  char message[256];
};

// What GLPK's hooks need; like GLPK's environment it belongs to the thread.
static _Thread_local struct {
  jmp_buf landing;
  nastavnik_lp *session;
  unsigned life;
} here;

static void on_error(void *info) {
  (void)info;
  longjmp(here.landing, FAULT);
}

// Everything a caller wants to keep it keeps itself, so a stop may drop the environment.
static int on_text(void *info, const char *text) {
  (void)info;
  nastavnik_lp *session = here.session;
  if (!session) return 1;
  nastavnik_glpk_keep(session->message, sizeof session->message, text);
  if (session->should_stop && session->should_stop(session->context))
    longjmp(here.landing, STOP);
  return 1;
}

static nastavnik_lp_end abandon(int reason) {
  glp_free_env();
  here.life++;
  here.session = NULL;
  return reason == STOP ? NASTAVNIK_LP_STOPPED : NASTAVNIK_LP_FAULT;
}

// The frames that a jump leaves are GLPK's and these functions'; their scratch memory is GLPK's too.
#define GUARD(subject)                                                  \
  do {                                                                  \
    if ((subject)->life != here.life) return NASTAVNIK_LP_FAULT;        \
    here.session = (subject);                                           \
    int reason = setjmp(here.landing);                                  \
    if (reason) return abandon(reason);                                 \
  } while (0)

static nastavnik_lp *make(
    int32_t (*should_stop)(void *context), void *context, int32_t memory_megabytes) {
  nastavnik_lp *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->should_stop = should_stop;
  session->context = context;
  session->life = here.life;
  here.session = session;
  int reason = setjmp(here.landing);
  if (reason) {
    abandon(reason);
    return session;
  }
  glp_error_hook(on_error, NULL);
  glp_term_hook(on_text, NULL);
  if (memory_megabytes > 0) glp_mem_limit(memory_megabytes);
  session->problem = glp_create_prob();
  glp_set_obj_dir(session->problem, GLP_MAX);
  return session;
}

nastavnik_lp *nastavnik_lp_create(
    int32_t (*should_stop)(void *context), void *context, int32_t memory_megabytes) {
  return make(should_stop, context, memory_megabytes);
}

static nastavnik_lp_end copy_into(nastavnik_lp *copy, nastavnik_lp *session) {
  GUARD(copy);
  glp_copy_prob(copy->problem, session->problem, GLP_OFF);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp *nastavnik_lp_copy(nastavnik_lp *session) {
  if (session->life != here.life) return NULL;
  nastavnik_lp *copy = make(session->should_stop, session->context, 0);
  if (copy) {
    copy->largest_coefficient = session->largest_coefficient;
    copy_into(copy, session);
  }
  return copy;
}

void nastavnik_lp_delete(nastavnik_lp *session) {
  if (!session) return;
  if (session->life == here.life && session->problem) {
    here.session = session;
    int reason = setjmp(here.landing);
    if (reason)
      abandon(reason);
    else
      glp_delete_prob(session->problem);
  }
  if (here.session == session) here.session = NULL;
  free(session);
}

void nastavnik_lp_end_thread(void) { abandon(STOP); }

const char *nastavnik_lp_message(const nastavnik_lp *session) { return session->message; }

static int is_alive(const nastavnik_lp *session) { return session->life == here.life; }

int32_t nastavnik_lp_row_count(const nastavnik_lp *session) {
  return is_alive(session) ? glp_get_num_rows(session->problem) : 0;
}

int32_t nastavnik_lp_column_count(const nastavnik_lp *session) {
  return is_alive(session) ? glp_get_num_cols(session->problem) : 0;
}

int32_t nastavnik_lp_entry_count(const nastavnik_lp *session) {
  return is_alive(session) ? glp_get_num_nz(session->problem) : 0;
}

static int kind(double lower, double upper) {
  if (lower == -INFINITY) return upper == INFINITY ? GLP_FR : GLP_UP;
  if (upper == INFINITY) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void check(int32_t index, int32_t count) {
  if (index < 0 || index >= count) glp_error("index %d of %d\n", (int)index, (int)count);
}

// GLPK counts from 1 and does not use element 0.
static int *shifted(const int32_t *indices, int32_t count, int32_t limit) {
  int *result = glp_alloc(count + 1, sizeof(int));
  result[0] = 0;
  for (int32_t place = 0; place < count; place++) {
    check(indices[place], limit);
    result[place + 1] = indices[place] + 1;
  }
  return result;
}

nastavnik_lp_end nastavnik_lp_add_rows(
    nastavnik_lp *session, int32_t count, const double *lower, const double *upper,
    const int32_t *starts, const int32_t *columns, const double *coefficients) {
  GUARD(session);
  glp_prob *problem = session->problem;
  if (count <= 0) return NASTAVNIK_LP_OK;
  int *indices = shifted(columns, starts[count], glp_get_num_cols(problem));
  int row = glp_add_rows(problem, count);
  for (int32_t place = 0; place < count; place++, row++) {
    glp_set_row_bnds(problem, row, kind(lower[place], upper[place]), lower[place], upper[place]);
    glp_set_mat_row(
        problem, row, starts[place + 1] - starts[place], indices + starts[place],
        coefficients + starts[place] - 1);
  }
  glp_free(indices);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_add_columns(
    nastavnik_lp *session, int32_t count, const double *objective, const double *lower,
    const double *upper, const int32_t *starts, const int32_t *rows, const double *coefficients) {
  GUARD(session);
  glp_prob *problem = session->problem;
  if (count <= 0) return NASTAVNIK_LP_OK;
  int *indices = shifted(rows, starts[count], glp_get_num_rows(problem));
  int column = glp_add_cols(problem, count);
  for (int32_t place = 0; place < count; place++, column++) {
    glp_set_col_bnds(
        problem, column, kind(lower[place], upper[place]), lower[place], upper[place]);
    glp_set_obj_coef(problem, column, objective[place]);
    session->largest_coefficient = fmax(session->largest_coefficient, fabs(objective[place]));
    glp_set_mat_col(
        problem, column, starts[place + 1] - starts[place], indices + starts[place],
        coefficients + starts[place] - 1);
  }
  glp_free(indices);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_delete_rows(
    nastavnik_lp *session, int32_t count, const int32_t *rows) {
  GUARD(session);
  if (count <= 0) return NASTAVNIK_LP_OK;
  int *indices = shifted(rows, count, glp_get_num_rows(session->problem));
  glp_del_rows(session->problem, count, indices);
  glp_free(indices);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_delete_columns(
    nastavnik_lp *session, int32_t count, const int32_t *columns) {
  GUARD(session);
  if (count <= 0) return NASTAVNIK_LP_OK;
  int *indices = shifted(columns, count, glp_get_num_cols(session->problem));
  glp_del_cols(session->problem, count, indices);
  glp_free(indices);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_bound_row(
    nastavnik_lp *session, int32_t row, double lower, double upper) {
  GUARD(session);
  check(row, glp_get_num_rows(session->problem));
  glp_set_row_bnds(session->problem, row + 1, kind(lower, upper), lower, upper);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_bound_column(
    nastavnik_lp *session, int32_t column, double lower, double upper) {
  GUARD(session);
  check(column, glp_get_num_cols(session->problem));
  glp_set_col_bnds(session->problem, column + 1, kind(lower, upper), lower, upper);
  return NASTAVNIK_LP_OK;
}

static nastavnik_lp_end end_of(glp_prob *problem, int code, double objective_limit) {
  if (code == GLP_EOBJLL) return NASTAVNIK_LP_CUT_OFF;
  if (code == GLP_EITLIM) return NASTAVNIK_LP_ITERATIONS;
  if (code == GLP_EBOUND) return NASTAVNIK_LP_INFEASIBLE;
  if (code != 0) return NASTAVNIK_LP_FAILED;
  if (glp_get_status(problem) == GLP_OPT)
    return glp_get_obj_val(problem) < objective_limit ? NASTAVNIK_LP_CUT_OFF
                                                       : NASTAVNIK_LP_OPTIMAL;
  if (glp_get_prim_stat(problem) == GLP_NOFEAS) return NASTAVNIK_LP_INFEASIBLE;
  return NASTAVNIK_LP_FAILED;
}

nastavnik_lp_end nastavnik_lp_solve(
    nastavnik_lp *session, nastavnik_lp_method method, int32_t iterations, double objective_limit,
    double *objective) {
  GUARD(session);
  static const int methods[] = {GLP_PRIMAL, GLP_DUALP, GLP_DUAL};
  glp_prob *problem = session->problem;
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  // The text is where a long solve is asked to stop; a short one says nothing.
  parameters.msg_lev = GLP_MSG_ON;
  parameters.out_dly = 50;
  parameters.out_frq = 50;
  parameters.meth = methods[method];
  // GLPK lets reduced costs be wrong by tol_dj (1 + 0.001 |c|): so that a bound is none the worse for
  // large coefficients, as far as double precision goes.
  parameters.tol_dj = fmax(1e-11, parameters.tol_dj / (1 + 0.001 * session->largest_coefficient));
  if (method != NASTAVNIK_LP_PRIMAL) parameters.r_test = GLP_RT_FLIP;
  if (iterations > 0) parameters.it_lim = iterations;
  if (method == NASTAVNIK_LP_DUAL && objective_limit != -INFINITY)
    parameters.obj_ll = objective_limit;
  int code = glp_simplex(problem, &parameters);
  *objective = glp_get_obj_val(problem);
  return end_of(problem, code, objective_limit);
}

nastavnik_lp_end nastavnik_lp_start_anew(nastavnik_lp *session) {
  GUARD(session);
  glp_adv_basis(session->problem, 0);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_read_columns(
    nastavnik_lp *session, double *primal, double *dual, uint8_t *basis) {
  GUARD(session);
  glp_prob *problem = session->problem;
  int count = glp_get_num_cols(problem);
  if (primal)
    for (int column = 0; column < count; column++)
      primal[column] = glp_get_col_prim(problem, column + 1);
  if (dual)
    for (int column = 0; column < count; column++)
      dual[column] = glp_get_col_dual(problem, column + 1);
  if (basis)
    for (int column = 0; column < count; column++)
      basis[column] = (uint8_t)glp_get_col_stat(problem, column + 1);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_read_rows(
    nastavnik_lp *session, double *primal, double *dual, uint8_t *basis) {
  GUARD(session);
  glp_prob *problem = session->problem;
  int count = glp_get_num_rows(problem);
  if (primal)
    for (int row = 0; row < count; row++) primal[row] = glp_get_row_prim(problem, row + 1);
  if (dual)
    for (int row = 0; row < count; row++) dual[row] = glp_get_row_dual(problem, row + 1);
  if (basis)
    for (int row = 0; row < count; row++)
      basis[row] = (uint8_t)glp_get_row_stat(problem, row + 1);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_set_basis(
    nastavnik_lp *session, const uint8_t *rows, const uint8_t *columns) {
  GUARD(session);
  glp_prob *problem = session->problem;
  for (int row = 0; row < glp_get_num_rows(problem); row++)
    if (glp_get_row_stat(problem, row + 1) != rows[row])
      glp_set_row_stat(problem, row + 1, rows[row]);
  for (int column = 0; column < glp_get_num_cols(problem); column++)
    if (glp_get_col_stat(problem, column + 1) != columns[column])
      glp_set_col_stat(problem, column + 1, columns[column]);
  return NASTAVNIK_LP_OK;
}

nastavnik_lp_end nastavnik_lp_read_matrix(
    nastavnik_lp *session, int32_t *starts, int32_t *columns, double *coefficients) {
  GUARD(session);
  glp_prob *problem = session->problem;
  int count = glp_get_num_rows(problem), width = glp_get_num_cols(problem);
  int *indices = glp_alloc(width + 1, sizeof(int));
  double *values = glp_alloc(width + 1, sizeof(double));
  starts[0] = 0;
  for (int row = 0; row < count; row++) {
    int length = glp_get_mat_row(problem, row + 1, indices, values);
    for (int place = 1; place <= length; place++) {
      columns[starts[row] + place - 1] = indices[place] - 1;
      coefficients[starts[row] + place - 1] = values[place];
    }
    starts[row + 1] = starts[row] + length;
  }
  glp_free(indices);
  glp_free(values);
  return NASTAVNIK_LP_OK;
}
