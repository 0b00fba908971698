#pragma once
#include <glpk.h>
#include <stdint.h>

#include "shim.h"

/// The arrays of a call to `nastavnik_glpk_solve`.
typedef struct {
  const double *objective, *lower, *upper;
  const int32_t *rows, *columns;
  const double *coefficients;
} nastavnik_glpk_data;

/// A program of which GLPK holds some columns, all rows and no entry of another column.
typedef struct {
  const nastavnik_glpk_call *call;
  const nastavnik_glpk_data *data;
  glp_prob *problem;
  /// By column: its number in the problem, 0 while it is absent.
  int *place;
  /// By column: its entries are `entries[starts[column]]..<entries[starts[column + 1]]`.
  int *starts, *entries;
  /// GLPK's time at which the solve began.
  double start;
} nastavnik_glpk_program;

/// Makes the program with its rows and without columns. All memory is GLPK's, freed with its environment.
nastavnik_glpk_program nastavnik_glpk_make(
    const nastavnik_glpk_call *call, const nastavnik_glpk_data *data);

/// Solves the linear relaxation; returns GLPK's code. Columns that stay absent are 0 in its optimum.
int nastavnik_glpk_relax(nastavnik_glpk_program *program);

/// Adds the absent columns to a solved relaxation and makes its optimum that of all; returns GLPK's code.
int nastavnik_glpk_complete(nastavnik_glpk_program *program);

/// What is left of the time limit, at least 1.
int nastavnik_glpk_milliseconds_left(const nastavnik_glpk_program *program);
