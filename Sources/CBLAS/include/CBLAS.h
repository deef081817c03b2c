/// The C side of `CBLAS`: OpenBLAS, loaded at run time so that its core type can be chosen.
#ifndef DERMAUDIT_CBLAS_H
#define DERMAUDIT_CBLAS_H

#include <stdbool.h>
#include <stddef.h>

/// One loaded OpenBLAS library. Immutable once opened, so it may be used from any thread.
typedef struct openblas_library openblas_library;

/// What CPUID offers, as far as the choice of OpenBLAS kernels is concerned.
typedef struct {
    bool avx2;    ///< AVX2 and FMA
    bool avx512;  ///< AVX-512 F, CD, BW, DQ and VL: all that the SkylakeX kernels use
    bool amd;     ///< the vendor is AMD
    bool x86;     ///< an x86-64 processor at all
} processor_features;

/// The features of the processor that runs this program.
processor_features processor_features_of_this_machine(void);

/// Loads OpenBLAS by its shared-object name, with `OPENBLAS_CORETYPE` set to `core_type` while it loads, or
/// untouched where `core_type` is null. It is set to one thread at once. Returns null when the library or one of its
/// functions is missing; `message` then holds the reason, cut to `capacity` bytes.
openblas_library *openblas_open(const char *name, const char *core_type, char *message, size_t capacity);

/// Closes a library that no product uses any more.
void openblas_close(openblas_library *library);

/// The core type whose kernels the library chose, such as `SkylakeX`; it lives as long as the library.
const char *openblas_core_name(const openblas_library *library);

/// The library's version and build, such as `OpenBLAS 0.3.21 DYNAMIC_ARCH ...`; it lives as long as the library.
const char *openblas_configuration(const openblas_library *library);

/// `c = alpha * op(a) op(b) + beta * c` for row-major matrices: `op(a)` is `[m, k]`, `op(b)` `[k, n]`, `c` `[m, n]`;
/// the leading dimensions are row strides in elements.
void openblas_product(
    const openblas_library *library, bool transpose_a, bool transpose_b, int m, int n, int k, float alpha,
    const float *a, int lda, const float *b, int ldb, float beta, float *c, int ldc);

#endif
