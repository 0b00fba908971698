#include "lanes.h"

#include "clones.h"

// Everything is written on blocks of 16 lanes; the compiler splits or fuses them to what the processor
// has. Loads are unaligned: rows start anywhere.

#define VECTORS(TYPE, NAME)                                          \
  typedef TYPE NAME __attribute__((ext_vector_type(16)));            \
  typedef struct { NAME lanes; } __attribute__((packed, aligned(1))) NAME##_loose;

VECTORS(uint8_t, u8x16)
VECTORS(uint16_t, u16x16)
VECTORS(int32_t, i32x16)
VECTORS(long, i64x16)
VECTORS(double, f64x16)
typedef _Bool boolx16 __attribute__((ext_vector_type(16)));

#define LOAD(VECTOR, POINTER) (((const VECTOR##_loose *)(POINTER))->lanes)
#define STORE(VECTOR, POINTER, VALUE) (((VECTOR##_loose *)(POINTER))->lanes = (VALUE))

// (c ^ flip) - flip negates with flip = -1; the subtraction is moved to the other side of comparisons.
#define INTEGER_COST(CELL, FLIP) ((CELL) ^ (FLIP))
#define INTEGER_BIAS(FLIP) (FLIP)
#define REAL_COST(CELL, FLIP) ((CELL) * (FLIP))
#define REAL_BIAS(FLIP) 0

#define PASSES(CELL, CELLS, PRICE, PRICES, NAME, COST, BIAS)                                       \
  CLONES void lanes_lower_##NAME(const void *row, PRICE flip, PRICE *prices, long count) {       \
    const CELL *cells = row;                                                                       \
    const PRICE bias = BIAS(flip);                                                                 \
    const PRICES flips = flip, biases = bias;                                                      \
    long j = 0;                                                                                    \
    for (; j + 16 <= count; j += 16) {                                                             \
      PRICES cost =                                                                                \
          COST(__builtin_convertvector(LOAD(CELLS, cells + j), PRICES), flips) - biases;           \
      STORE(PRICES, prices + j, __builtin_elementwise_min(cost, LOAD(PRICES, prices + j)));        \
    }                                                                                              \
    for (; j < count; j++) {                                                                       \
      PRICE cost = COST((PRICE)cells[j], flip) - bias;                                             \
      if (cost < prices[j]) prices[j] = cost;                                                      \
    }                                                                                              \
  }                                                                                                \
                                                                                                   \
  CLONES void lanes_groups_##NAME(const void *row, PRICE flip, const PRICE *prices, long count,  \
                                  PRICE none, PRICE *minima) {                                     \
    const CELL *cells = row;                                                                       \
    const PRICE bias = BIAS(flip);                                                                 \
    const PRICES flips = flip, biases = bias;                                                      \
    PRICES least[4] = {none, none, none, none};                                                    \
    long j = 0;                                                                                    \
    for (; j + 64 <= count; j += 64) {                                                             \
      _Pragma("clang loop unroll(full)") for (int k = 0; k < 4; k++) {                             \
        const long at = j + 16 * k;                                                                \
        /* The next row, into the second cache. */                                                 \
        __builtin_prefetch(cells + at + count, 0, 2);                                              \
        PRICES reduced =                                                                           \
            COST(__builtin_convertvector(LOAD(CELLS, cells + at), PRICES), flips) -                \
            LOAD(PRICES, prices + at) - biases;                                                    \
        least[k] = __builtin_elementwise_min(least[k], reduced);                                   \
      }                                                                                            \
    }                                                                                              \
    for (int k = 0; k < 4; k++) STORE(PRICES, minima + 16 * k, least[k]);                          \
    for (; j < count; j++) {                                                                       \
      PRICE reduced = COST((PRICE)cells[j], flip) - prices[j] - bias;                              \
      if (reduced < minima[j & 63]) minima[j & 63] = reduced;                                      \
    }                                                                                              \
  }                                                                                                \
                                                                                                   \
  typedef struct {                                                                                 \
    PRICE cost;                                                                                    \
    int32_t column;                                                                                \
  } entry_##NAME;                                                                                  \
                                                                                                   \
  CLONES long lanes_collect_##NAME(const void *row, PRICE flip, const PRICE *prices, long from,  \
                                   long to, PRICE bound, void *entries, long room, long *found) {  \
    const CELL *cells = row;                                                                       \
    const PRICE bias = BIAS(flip);                                                                 \
    const PRICES flips = flip, bounds = bound + bias;                                              \
    entry_##NAME *next = (entry_##NAME *)entries + *found;                                         \
    entry_##NAME *last = (entry_##NAME *)entries + room - LANES_RUN;                               \
    long j = from;                                                                                 \
    for (; j + 64 <= to && next <= last; j += 64) {                                                \
      PRICES reduced[4];                                                                           \
      _Pragma("clang loop unroll(full)") for (int k = 0; k < 4; k++) {                             \
        const long at = j + 16 * k;                                                                \
        __builtin_prefetch((const char *)(cells + at) + 4096);                                     \
        reduced[k] = COST(__builtin_convertvector(LOAD(CELLS, cells + at), PRICES), flips) -       \
                     LOAD(PRICES, prices + at);                                                    \
      }                                                                                            \
      PRICES least = __builtin_elementwise_min(                                                    \
          __builtin_elementwise_min(reduced[0], reduced[1]),                                       \
          __builtin_elementwise_min(reduced[2], reduced[3]));                                      \
      if (!__builtin_bit_cast(uint16_t, __builtin_convertvector(least < bounds, boolx16)))         \
        continue;                                                                                  \
      for (int k = 0; k < 4; k++) {                                                                \
        uint32_t hits = __builtin_bit_cast(                                                        \
            uint16_t, __builtin_convertvector(reduced[k] < bounds, boolx16));                      \
        for (; hits; hits &= hits - 1) {                                                           \
          const long column = j + 16 * k + __builtin_ctz(hits);                                    \
          next->cost = COST((PRICE)cells[column], flip) - bias;                                    \
          next->column = (int32_t)column;                                                          \
          next++;                                                                                  \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
    for (; j < to && j + 64 > to && next <= last; j++) {                                           \
      const PRICE cost = COST((PRICE)cells[j], flip) - bias;                                       \
      if (cost - prices[j] < bound) {                                                              \
        next->cost = cost;                                                                         \
        next->column = (int32_t)j;                                                                 \
        next++;                                                                                    \
      }                                                                                            \
    }                                                                                              \
    *found = next - (entry_##NAME *)entries;                                                       \
    return j;                                                                                      \
  }

PASSES(uint8_t, u8x16, int32_t, i32x16, u8_i32, INTEGER_COST, INTEGER_BIAS)
PASSES(uint16_t, u16x16, int32_t, i32x16, u16_i32, INTEGER_COST, INTEGER_BIAS)
PASSES(int32_t, i32x16, int32_t, i32x16, i32_i32, INTEGER_COST, INTEGER_BIAS)
PASSES(double, f64x16, double, f64x16, f64_f64, REAL_COST, REAL_BIAS)
PASSES(uint8_t, u8x16, long, i64x16, u8_i64, INTEGER_COST, INTEGER_BIAS)
PASSES(uint16_t, u16x16, long, i64x16, u16_i64, INTEGER_COST, INTEGER_BIAS)
PASSES(int32_t, i32x16, long, i64x16, i32_i64, INTEGER_COST, INTEGER_BIAS)
PASSES(long, i64x16, long, i64x16, i64_i64, INTEGER_COST, INTEGER_BIAS)
PASSES(double, f64x16, long, i64x16, f64_i64, INTEGER_COST, INTEGER_BIAS)
