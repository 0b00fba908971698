#include "lanes.h"

// The sum of the absolute differences of eight bytes is one instruction on every x86-64: three times as fast
// as lanes of 16 bits. One source cannot name it for several widths of registers, so the choice that
// the loader makes for the other passes is made here, once a call.

#define BYTES(NAME, ATTRIBUTES, LANES, SUMS)                                                       \
  ATTRIBUTES static void NAME(const uint8_t *rows, long row_count, const uint8_t *tiles,           \
                              long tile_count, long dimensions, uint16_t *scores, long stride) {   \
    typedef uint64_t sums __attribute__((ext_vector_type(LANES)));                                 \
    typedef uint16_t narrow __attribute__((ext_vector_type(LANES)));                               \
    enum { together = 4 };                                                                         \
    for (long t = 0; t < tile_count; t++) {                                                        \
      const uint8_t *tile = tiles + t * dimensions * LANES_TILE;                                   \
      for (long r = 0; r < row_count; r++) {                                                       \
        for (long j = 0; j < LANES_TILE; j += together * LANES) {                                  \
          sums sum[together] = {};                                                                 \
          for (long d = 0; d < dimensions; d += LANES_DEPTH) {                                     \
            uint64_t profile;                                                                      \
            __builtin_memcpy(&profile, rows + r * dimensions + d, sizeof profile);                 \
            const sums own = profile;                                                              \
            for (long i = 0; i < together; i++) {                                                  \
              sums theirs;                                                                         \
              __builtin_memcpy(&theirs, tile + d * LANES_TILE + (j + i * LANES) * LANES_DEPTH,     \
                               sizeof theirs);                                                     \
              sum[i] += SUMS(own, theirs);                                                         \
            }                                                                                      \
          }                                                                                        \
          for (long i = 0; i < together; i++) {                                                    \
            const narrow score = __builtin_convertvector(sum[i], narrow);                          \
            __builtin_memcpy(scores + r * stride + t * LANES_TILE + j + i * LANES, &score,         \
                             sizeof score);                                                        \
          }                                                                                        \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
  }

#if defined(__x86_64__)

#include <immintrin.h>

#define SUMS_512(A, B) ((sums)_mm512_sad_epu8((__m512i)(A), (__m512i)(B)))
#define SUMS_256(A, B) ((sums)_mm256_sad_epu8((__m256i)(A), (__m256i)(B)))
#define SUMS_128(A, B) ((sums)_mm_sad_epu8((__m128i)(A), (__m128i)(B)))

BYTES(wide, __attribute__((target("avx512bw,avx512vl"))), 8, SUMS_512)
BYTES(middle, __attribute__((target("avx2"))), 4, SUMS_256)
BYTES(baseline, , 2, SUMS_128)

void lanes_l1_bytes(const uint8_t *rows, long row_count, const uint8_t *tiles, long tile_count,
                    long dimensions, uint16_t *scores, long stride) {
  const int is_wide = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  (is_wide ? wide : __builtin_cpu_supports("avx2") ? middle : baseline)(
      rows, row_count, tiles, tile_count, dimensions, scores, stride);
}

#else

typedef uint64_t one __attribute__((ext_vector_type(1)));

static one sums_of(one a, one b) {
  uint8_t own[LANES_DEPTH], theirs[LANES_DEPTH];
  __builtin_memcpy(own, &a, sizeof own);
  __builtin_memcpy(theirs, &b, sizeof theirs);
  uint64_t sum = 0;
  for (long i = 0; i < LANES_DEPTH; i++) {
    sum += own[i] > theirs[i] ? own[i] - theirs[i] : theirs[i] - own[i];
  }
  return sum;
}

BYTES(baseline, , 1, sums_of)

void lanes_l1_bytes(const uint8_t *rows, long row_count, const uint8_t *tiles, long tile_count,
                    long dimensions, uint16_t *scores, long stride) {
  baseline(rows, row_count, tiles, tile_count, dimensions, scores, stride);
}

#endif
