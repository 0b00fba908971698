// One source, compiled for several generations of processors; the loader picks (GNU ifunc). Baseline
// x86-64 has four lanes of 32 bits, AVX2 eight, AVX-512 sixteen.
#if defined(__x86_64__) && defined(__linux__) && defined(__ELF__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
