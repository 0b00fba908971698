#pragma once
#include <stdint.h>

/// The only door to GLPK: one guarded call that builds a 0–1 program, solves it and frees it.
///
/// GLPK calls abort() on a bad index, prints fatal text on stdout, and keeps its memory in an
/// environment of the thread. Here its error hook jumps back instead (only frames of C lie between), its
/// text goes into `message`, and the environment is freed before the call returns.

/// How a call ended.
typedef enum {
  NASTAVNIK_GLPK_OPTIMAL = 0,
  NASTAVNIK_GLPK_INFEASIBLE = 1,
  /// Stopped by the time limit or by `should_stop`; `has_values` says whether an answer was found.
  NASTAVNIK_GLPK_STOPPED = 2,
  /// The simplex method or the tree search gave up; `code` is GLPK's.
  NASTAVNIK_GLPK_FAILED = 3,
  /// GLPK took its fatal-error path; `message` says why.
  NASTAVNIK_GLPK_FAULT = 4,
} nastavnik_glpk_end;

/// maximise Σ objective · x, x in {0, 1}, lower ≤ Σ coefficient · x ≤ upper by row.
///
/// All indices count from 0; infinite bounds are ±INFINITY.
typedef struct {
  int32_t column_count, row_count, entry_count;
  /// Relative difference below which a better answer is not looked for.
  double objective_tolerance;
  int32_t time_limit_milliseconds;
  /// The most that GLPK may take for the call; 0 = no limit.
  int32_t memory_limit_megabytes;
  /// Asked now and then, on the thread of the call; anything but 0 stops it.
  int32_t (*should_stop)(void *context);
  void *context;

  /// Whether `values` was written.
  int32_t has_values;
  /// No answer is better; +INFINITY when nothing is known.
  double bound;
  int32_t code;
  char message[256];
} nastavnik_glpk_call;

/// - objective, values: by column. lower, upper: by row. The other three: by entry.
nastavnik_glpk_end nastavnik_glpk_solve(
    nastavnik_glpk_call *call, const double *objective, const double *lower, const double *upper,
    const int32_t *entry_rows, const int32_t *entry_columns, const double *coefficients,
    double *values);
