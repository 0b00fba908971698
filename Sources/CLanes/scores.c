#include "lanes.h"

#include "clones.h"

typedef uint8_t u8_tile __attribute__((ext_vector_type(LANES_TILE)));
typedef uint16_t u16_tile __attribute__((ext_vector_type(LANES_TILE)));
typedef int32_t i32_tile __attribute__((ext_vector_type(LANES_TILE)));

#define L1(A, B) (__builtin_elementwise_max(A, B) - __builtin_elementwise_min(A, B))
#define DOT(A, B) ((A) * (B))
// A comparison gives -1 where it holds.
#define HAMMING(A, B) (-((A) != (B)))

// A tile stays in the nearest cache while all rows of the call look at it.
#define SCORES(MEASURE, OPERATION, CELL, TILE, NAME)                                               \
  CLONES void lanes_##MEASURE##_##NAME(const CELL *rows, long row_count, const CELL *tiles,        \
                                       long tile_count, long dimensions, CELL *scores,             \
                                       long stride) {                                              \
    for (long t = 0; t < tile_count; t++) {                                                        \
      const CELL *columns = tiles + t * dimensions * LANES_TILE;                                   \
      for (long r = 0; r < row_count; r++) {                                                       \
        const CELL *row = rows + r * dimensions;                                                   \
        TILE sum = 0;                                                                              \
        for (long d = 0; d < dimensions; d++) {                                                    \
          TILE theirs, own = row[d];                                                               \
          __builtin_memcpy(&theirs, columns + d * LANES_TILE, sizeof theirs);                      \
          sum += __builtin_convertvector(OPERATION(own, theirs), TILE);                            \
        }                                                                                          \
        __builtin_memcpy(scores + r * stride + t * LANES_TILE, &sum, sizeof sum);                  \
      }                                                                                            \
    }                                                                                              \
  }

SCORES(l1, L1, uint8_t, u8_tile, u8)
SCORES(l1, L1, uint16_t, u16_tile, u16)
SCORES(l1, L1, int32_t, i32_tile, i32)
SCORES(dot, DOT, uint8_t, u8_tile, u8)
SCORES(dot, DOT, uint16_t, u16_tile, u16)
SCORES(dot, DOT, int32_t, i32_tile, i32)
SCORES(hamming, HAMMING, uint8_t, u8_tile, u8)
SCORES(hamming, HAMMING, uint16_t, u16_tile, u16)
SCORES(hamming, HAMMING, int32_t, i32_tile, i32)
