// One source, compiled for several generations of processors; the loader picks (GNU ifunc). Baseline
// x86-64 has four lanes of 32 bits, AVX2 eight, AVX-512 sixteen.
// Not under the thread sanitizer: the loader would call its instrumented code before it is ready.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define NO_CLONES
#endif
#endif

#if defined(__x86_64__) && defined(__linux__) && defined(__ELF__) && !defined(NO_CLONES)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
