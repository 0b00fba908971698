#ifndef LANES_H
#define LANES_H

#include <stdint.h>

// Passes over one row of a cost matrix, many columns at a time. `cells` points to the cells of the row.
//
// A cell c stands for the cost (c ^ flip) - flip: c itself with flip = 0, -c with flip = -1 (for
// doubles: c * flip with flip = 1 or -1). The reduced cost of column j is cost - prices[j]. Nothing is
// allocated, nothing is read outside the columns named.
//
// Name = pass _ cell type _ price type. An entry is { price type; int32_t column }.

#define LANES_PASSES(CELL, PRICE, NAME)                                                            \
  /* prices[j] = min(prices[j], cost of j) for 0 <= j < count. */                                  \
  void lanes_lower_##NAME(const void *cells, PRICE flip, PRICE *prices, long count);               \
  /* minima[g] = the least reduced cost of a group of the columns; the 64 groups are disjoint and    \
     cover all columns, an empty group keeps `none`. */                                            \
  void lanes_groups_##NAME(const void *cells, PRICE flip, const PRICE *prices, long count,         \
                           PRICE none, PRICE *minima);                                             \
  /* Appends { cost, column } of the columns from..<to with a reduced cost below the bound, in order,  \
     to entries[*found...]; stops before a run of columns that might not fit into `room` entries.  \
     Returns the first column not looked at. */                                                    \
  long lanes_collect_##NAME(const void *cells, PRICE flip, const PRICE *prices, long from,         \
                            long to, PRICE bound, void *entries, long room, long *found);

LANES_PASSES(uint8_t, int32_t, u8_i32)
LANES_PASSES(uint16_t, int32_t, u16_i32)
LANES_PASSES(int32_t, int32_t, i32_i32)
LANES_PASSES(double, double, f64_f64)
LANES_PASSES(uint8_t, long, u8_i64)
LANES_PASSES(uint16_t, long, u16_i64)
LANES_PASSES(int32_t, long, i32_i64)
LANES_PASSES(long, long, i64_i64)
LANES_PASSES(double, long, f64_i64)

#undef LANES_PASSES

// Scores of profiles: integer features, compared dimension by dimension and summed.
//
// The profiles of the columns lie in tiles of LANES_TILE columns: tiles[t][dimension][column]; missing
// columns of the last tile may hold anything. `rows` holds row_count profiles one after the other. The score
// of row r with column j goes to scores[r * stride + j], and stride reaches to the end of the last tile.
// Sums wrap: the caller knows that they fit.
#define LANES_SCORES(CELL, NAME)                                                                   \
  /* Sum of |a - b|. */                                                                            \
  void lanes_l1_##NAME(const CELL *rows, long row_count, const CELL *tiles, long tile_count,       \
                       long dimensions, CELL *scores, long stride);                                \
  /* Sum of a * b. */                                                                              \
  void lanes_dot_##NAME(const CELL *rows, long row_count, const CELL *tiles, long tile_count,      \
                        long dimensions, CELL *scores, long stride);                               \
  /* Number of dimensions with a != b. */                                                          \
  void lanes_hamming_##NAME(const CELL *rows, long row_count, const CELL *tiles, long tile_count,  \
                            long dimensions, CELL *scores, long stride);

LANES_SCORES(uint8_t, u8)
LANES_SCORES(uint16_t, u16)
LANES_SCORES(int32_t, i32)

#undef LANES_SCORES

// Sum of |a - b| of features of one byte in sums of two. Eight features of a column lie side by side:
// tiles[t][dimension / 8][column][dimension % 8], with as many dimensions as fill eights.
void lanes_l1_bytes(const uint8_t *rows, long row_count, const uint8_t *tiles, long tile_count,
                    long dimensions, uint16_t *scores, long stride);

#define LANES_TILE 64
#define LANES_DEPTH 8

// The most columns that a collecting pass appends between two looks at the room.
#define LANES_RUN 64
#define LANES_GROUPS 64

#endif
