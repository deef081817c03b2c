#include "CKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

uint64_t denormals_flush(void) {
#if defined(__x86_64__)
    uint64_t state = _mm_getcsr();
    _mm_setcsr((unsigned)state | 0x8040);  // bit 15: flush to zero; bit 6: denormals are zero
    return state;
#elif defined(__aarch64__)
    uint64_t state;
    __asm__ volatile("mrs %0, fpcr" : "=r"(state));
    __asm__ volatile("msr fpcr, %0" : : "r"(state | (1ull << 24)));
    return state;
#else
    return 0;
#endif
}

void denormals_restore(uint64_t state) {
#if defined(__x86_64__)
    _mm_setcsr((unsigned)state);
#elif defined(__aarch64__)
    __asm__ volatile("msr fpcr, %0" : : "r"(state));
#else
    (void)state;
#endif
}
