#include "relaxation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// The relaxation of a program with many more columns than rows is solved by sifting: a few promising
// columns of every row first, then, as long as there are any, columns that the prices of the rows call
// better than nothing. The simplex method sees some 5 % of a dense assignment problem. An optimum of
// part of the columns is one of the whole as soon as no absent column has a positive reduced cost.
//
// The primal method: the dual one, also with the bound-flipping ratio test, is faster on costs that
// differ, but takes minutes where they are all the same, as when pairs are counted.
//
// Source: R. E. Bixby et al., "Very large-scale linear programming: a case study in combining interior
// point and simplex methods", Operations Research 40(5), 1992, doi:10.1287/opre.40.5.885.

enum { WIDTH = 10 };

typedef struct {
  double gain;
  int column;
} candidate;

static int *integers(int count) {
  int *result = glp_alloc(count, sizeof(int));
  memset(result, 0, count * sizeof(int));
  return result;
}

static int bound_kind(double lower, double upper) {
  if (lower == -INFINITY) return upper == INFINITY ? GLP_FR : GLP_UP;
  if (upper == INFINITY) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void index_columns(nastavnik_glpk_program *program) {
  int column_count = program->call->column_count, entry_count = program->call->entry_count;
  const int32_t *columns = program->data->columns;
  int *starts = integers(column_count + 2);
  program->starts = starts;
  program->entries = integers(entry_count + 1);
  for (int entry = 0; entry < entry_count; entry++) {
    if (columns[entry] < 0 || columns[entry] >= column_count)
      glp_error("entry %d: column %d out of range\n", entry, (int)columns[entry]);
    starts[columns[entry] + 2]++;
  }
  // One place ahead, so that filling moves every start to where it belongs.
  for (int column = 2; column < column_count + 2; column++) starts[column] += starts[column - 1];
  for (int entry = 0; entry < entry_count; entry++)
    program->entries[starts[columns[entry] + 1]++] = entry;
}

nastavnik_glpk_program nastavnik_glpk_make(
    const nastavnik_glpk_call *call, const nastavnik_glpk_data *data) {
  nastavnik_glpk_program program = {.call = call, .data = data, .start = glp_time()};
  program.problem = glp_create_prob();
  program.place = integers(call->column_count + 1);
  index_columns(&program);
  glp_set_obj_dir(program.problem, GLP_MAX);
  if (call->row_count > 0) glp_add_rows(program.problem, call->row_count);
  for (int row = 0; row < call->row_count; row++) {
    double lower = data->lower[row], upper = data->upper[row];
    glp_set_row_bnds(program.problem, row + 1, bound_kind(lower, upper), lower, upper);
  }
  return program;
}

static void add(nastavnik_glpk_program *program, const int *columns, int count) {
  const nastavnik_glpk_data *data = program->data;
  if (count == 0) return;
  int place = glp_add_cols(program->problem, count);
  int *rows = integers(program->call->row_count + 1);
  double *coefficients = glp_alloc(program->call->row_count + 1, sizeof(double));
  for (int index = 0; index < count; index++, place++) {
    int column = columns[index], length = 0;
    int start = program->starts[column], end = program->starts[column + 1];
    if (end - start > program->call->row_count)
      glp_error("column %d: more entries than rows\n", column);
    for (int position = start; position < end; position++) {
      int entry = program->entries[position];
      rows[++length] = data->rows[entry] + 1;
      coefficients[length] = data->coefficients[entry];
    }
    program->place[column] = place;
    glp_set_col_kind(program->problem, place, GLP_BV);
    glp_set_obj_coef(program->problem, place, data->objective[column]);
    glp_set_mat_col(program->problem, place, length, rows, coefficients);
  }
  glp_free(rows);
  glp_free(coefficients);
}

static int add_absent(nastavnik_glpk_program *program) {
  int *absent = integers(program->call->column_count + 1), count = 0;
  for (int column = 0; column < program->call->column_count; column++)
    if (!program->place[column]) absent[count++] = column;
  add(program, absent, count);
  glp_free(absent);
  return count;
}

// Among equal columns a scattered choice, so that not all rows choose the same partners.
static int is_better(const double *objective, int left, int right) {
  if (objective[left] != objective[right]) return objective[left] > objective[right];
  return (uint32_t)left * 2654435761u > (uint32_t)right * 2654435761u;
}

static void add_best_of_rows(nastavnik_glpk_program *program) {
  const nastavnik_glpk_call *call = program->call;
  const nastavnik_glpk_data *data = program->data;
  // By row: the best columns so far, the best first.
  int *best = integers(call->row_count * WIDTH + 1), *lengths = integers(call->row_count + 1);
  for (int entry = 0; entry < call->entry_count; entry++) {
    int *list = best + data->rows[entry] * WIDTH, *length = lengths + data->rows[entry];
    int column = data->columns[entry], position = *length;
    while (position > 0 && is_better(data->objective, column, list[position - 1])) position--;
    if (position == WIDTH) continue;
    if (*length < WIDTH) ++*length;
    memmove(list + position + 1, list + position, (*length - position - 1) * sizeof(int));
    list[position] = column;
  }
  int *chosen = integers(call->row_count * WIDTH + 1), count = 0;
  for (int row = 0; row < call->row_count; row++) {
    for (int index = 0; index < lengths[row]; index++) {
      int column = best[row * WIDTH + index];
      if (program->place[column]) continue;
      program->place[column] = -1;
      chosen[count++] = column;
    }
  }
  add(program, chosen, count);
  glp_free(best);
  glp_free(lengths);
  glp_free(chosen);
}

static int by_gain(const void *left, const void *right) {
  const candidate *one = left, *other = right;
  if (one->gain != other->gain) return one->gain > other->gain ? -1 : 1;
  return one->column < other->column ? -1 : 1;
}

// Adds the absent columns of largest reduced cost; returns how many.
static int add_attractive(nastavnik_glpk_program *program) {
  const nastavnik_glpk_call *call = program->call;
  const nastavnik_glpk_data *data = program->data;
  double *prices = glp_alloc(call->row_count + 1, sizeof(double)), largest = 0;
  candidate *candidates = glp_alloc(call->column_count + 1, sizeof(candidate));
  int count = 0, most = 2 * call->row_count;
  for (int row = 0; row < call->row_count; row++)
    prices[row] = glp_get_row_dual(program->problem, row + 1);
  for (int column = 0; column < call->column_count; column++)
    largest = fmax(largest, fabs(data->objective[column]));
  for (int column = 0; column < call->column_count; column++) {
    if (program->place[column]) continue;
    double gain = data->objective[column];
    for (int at = program->starts[column]; at < program->starts[column + 1]; at++) {
      int entry = program->entries[at];
      gain -= data->coefficients[entry] * prices[data->rows[entry]];
    }
    // As fine as GLPK looks inside.
    if (gain > 1e-12 * largest) candidates[count++] = (candidate){gain, column};
  }
  qsort(candidates, count, sizeof(candidate), by_gain);
  if (count > most) count = most;
  int *chosen = integers(count + 1);
  for (int index = 0; index < count; index++) chosen[index] = candidates[index].column;
  add(program, chosen, count);
  glp_free(prices);
  glp_free(candidates);
  glp_free(chosen);
  return count;
}

int nastavnik_glpk_milliseconds_left(const nastavnik_glpk_program *program) {
  double passed = glp_difftime(glp_time(), program->start) * 1000;
  double left = program->call->time_limit_milliseconds - passed;
  return left < 1 ? 1 : (int)left;
}

static int simplex(nastavnik_glpk_program *program) {
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.tol_bnd = 1e-9;
  parameters.tol_dj = 1e-9;
  parameters.tm_lim = nastavnik_glpk_milliseconds_left(program);
  parameters.out_frq = 50;
  int code = glp_simplex(program->problem, &parameters);
  if (code == 0 || code == GLP_ETMLIM) return code;
  // A singular or ill-conditioned basis on the way: once more from an advanced one, dual first.
  glp_adv_basis(program->problem, 0);
  parameters.meth = GLP_DUALP;
  return glp_simplex(program->problem, &parameters);
}

static int is_worth_sifting(const nastavnik_glpk_call *call, const nastavnik_glpk_data *data) {
  if (call->column_count < 2.0 * WIDTH * call->row_count) return 0;
  for (int entry = 0; entry < call->entry_count; entry++)
    if (data->rows[entry] < 0 || data->rows[entry] >= call->row_count) return 0;
  return 1;
}

int nastavnik_glpk_relax(nastavnik_glpk_program *program) {
  int is_sifting = is_worth_sifting(program->call, program->data);
  if (is_sifting)
    add_best_of_rows(program);
  else
    add_absent(program);
  glp_scale_prob(program->problem, GLP_SF_AUTO);
  for (;;) {
    int code = simplex(program);
    if (!is_sifting || code == GLP_ETMLIM) return code;
    if (code != 0 || glp_get_status(program->problem) != GLP_OPT) {
      // Too few columns to satisfy the rows, or to say anything about all of them.
      add_absent(program);
      is_sifting = 0;
    } else if (add_attractive(program) == 0) {
      return code;
    }
  }
}

int nastavnik_glpk_complete(nastavnik_glpk_program *program) {
  // No step as a rule, but new columns make GLPK forget that it has an optimum.
  return add_absent(program) > 0 ? simplex(program) : 0;
}
