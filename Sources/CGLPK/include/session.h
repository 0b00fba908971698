#pragma once
#include <stdint.h>

/// A linear program that grows, shrinks and is solved again: every call guarded.
///
/// maximise Σ objective · x, lower ≤ row ≤ upper, lower ≤ x ≤ upper; all indices count from 0, infinite
/// bounds are ±INFINITY. Indices are checked here, before GLPK sees them. A session is used on the thread
/// that made it. After `STOPPED` or `FAULT` every session of the thread is dead: it answers
/// `FAULT` and can only be deleted. `nastavnik_lp_end_thread` frees what GLPK holds for the thread.
typedef struct nastavnik_lp nastavnik_lp;

typedef enum {
  NASTAVNIK_LP_OK = 0,
  NASTAVNIK_LP_OPTIMAL = 1,
  NASTAVNIK_LP_INFEASIBLE = 2,
  /// No solution has an objective above the limit that was given.
  NASTAVNIK_LP_CUT_OFF = 3,
  /// The iterations are used up; the objective is a bound if the basis is dual feasible.
  NASTAVNIK_LP_ITERATIONS = 4,
  /// The simplex method gave up, nothing is known.
  NASTAVNIK_LP_FAILED = 5,
  /// `should_stop` said so.
  NASTAVNIK_LP_STOPPED = 6,
  /// GLPK took its fatal-error path, or an index was out of range.
  NASTAVNIK_LP_FAULT = 7,
} nastavnik_lp_end;

/// Where a row or a column stands in a basis.
enum {
  NASTAVNIK_LP_BASIC = 1,
  NASTAVNIK_LP_AT_LOWER = 2,
  NASTAVNIK_LP_AT_UPPER = 3,
  NASTAVNIK_LP_IS_FREE = 4,
  NASTAVNIK_LP_IS_FIXED = 5,
};

typedef enum {
  NASTAVNIK_LP_PRIMAL = 0,
  /// Dual first, primal where that fails.
  NASTAVNIK_LP_DUAL_THEN_PRIMAL = 1,
  /// Dual alone: stops at the objective limit.
  NASTAVNIK_LP_DUAL = 2,
} nastavnik_lp_method;

/// - should_stop: asked some twenty times a second while a solve is under way.
/// - memory_megabytes: the most that GLPK may take on this thread; 0 = no limit.
nastavnik_lp *nastavnik_lp_create(
    int32_t (*should_stop)(void *context), void *context, int32_t memory_megabytes);
/// The same program with the same basis; `NULL` when the session is dead.
nastavnik_lp *nastavnik_lp_copy(nastavnik_lp *session);
void nastavnik_lp_delete(nastavnik_lp *session);
void nastavnik_lp_end_thread(void);
/// The last fatal text.
const char *nastavnik_lp_message(const nastavnik_lp *session);

int32_t nastavnik_lp_row_count(const nastavnik_lp *session);
int32_t nastavnik_lp_column_count(const nastavnik_lp *session);

/// Entries of new row *i*: `starts[i]..<starts[i + 1]` of `columns` and `coefficients`. New rows are basic.
nastavnik_lp_end nastavnik_lp_add_rows(
    nastavnik_lp *session, int32_t count, const double *lower, const double *upper,
    const int32_t *starts, const int32_t *columns, const double *coefficients);
/// The same by column; new columns stand at their lower bound.
nastavnik_lp_end nastavnik_lp_add_columns(
    nastavnik_lp *session, int32_t count, const double *objective, const double *lower,
    const double *upper, const int32_t *starts, const int32_t *rows, const double *coefficients);
nastavnik_lp_end nastavnik_lp_delete_rows(nastavnik_lp *session, int32_t count, const int32_t *rows);
nastavnik_lp_end nastavnik_lp_delete_columns(
    nastavnik_lp *session, int32_t count, const int32_t *columns);
nastavnik_lp_end nastavnik_lp_bound_row(
    nastavnik_lp *session, int32_t row, double lower, double upper);
nastavnik_lp_end nastavnik_lp_bound_column(
    nastavnik_lp *session, int32_t column, double lower, double upper);

/// - iterations: the most; 0 = no limit.
/// - objective_limit: the dual method ends once the objective is below it; -INFINITY = none.
nastavnik_lp_end nastavnik_lp_solve(
    nastavnik_lp *session, nastavnik_lp_method method, int32_t iterations, double objective_limit,
    double *objective);
/// Makes a basis without looking at the one there is.
nastavnik_lp_end nastavnik_lp_start_anew(nastavnik_lp *session);

/// By column; each may be `NULL`. `dual`: reduced costs.
nastavnik_lp_end nastavnik_lp_read_columns(
    nastavnik_lp *session, double *primal, double *dual, uint8_t *basis);
nastavnik_lp_end nastavnik_lp_read_rows(
    nastavnik_lp *session, double *primal, double *dual, uint8_t *basis);
nastavnik_lp_end nastavnik_lp_set_basis(
    nastavnik_lp *session, const uint8_t *rows, const uint8_t *columns);

int32_t nastavnik_lp_entry_count(const nastavnik_lp *session);
/// The rows with their entries as in `nastavnik_lp_add_rows`; `starts` has one element more than rows.
nastavnik_lp_end nastavnik_lp_read_matrix(
    nastavnik_lp *session, int32_t *starts, int32_t *columns, double *coefficients);
