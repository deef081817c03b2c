/// Vectors of sixteen floats, and the elementary functions on them.
#ifndef DERMAUDIT_VECTORS_H
#define DERMAUDIT_VECTORS_H

#include "CKernels.h"

#include <math.h>
#include <string.h>

#if defined(__clang__)
#pragma clang fp contract(fast)
#endif

#if defined(__x86_64__) && defined(__linux__)
/// Compiles a function for three levels of x86-64 and chooses when the program is loaded.
#define CLONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONED
#endif
#define INLINE static inline __attribute__((always_inline))

typedef float floats __attribute__((vector_size(64)));
typedef int32_t ints __attribute__((vector_size(64)));
typedef double doubles __attribute__((vector_size(128)));

enum { lanes = 16 };

INLINE void load(floats *x, const float *from) { memcpy(x, from, sizeof *x); }

INLINE void store(float *to, const floats *x) { memcpy(to, x, sizeof *x); }

/// The first `count` lanes, and zeros.
INLINE void load_part(floats *x, const float *from, size_t count) {
    *x = (floats){0};
    memcpy(x, from, count * sizeof(float));
}

INLINE void store_part(float *to, const floats *x, size_t count) { memcpy(to, x, count * sizeof(float)); }

/// The first `size` lanes; usually all of them.
INLINE void take(floats *v, const float *from, size_t size) {
    if (size == lanes) {
        load(v, from);
    } else {
        load_part(v, from, size);
    }
}

INLINE void give(float *to, const floats *v, size_t size) {
    if (size == lanes) {
        store(to, v);
    } else {
        store_part(to, v, size);
    }
}

/// `mask` is all ones or all zeros in each lane.
INLINE void choose(floats *y, const ints *mask, const floats *yes, const floats *no) {
    *y = (floats)((*mask & (ints)*yes) | (~*mask & (ints)*no));
}

INLINE void limit(floats *x, float low, float high) {
    floats lowest = (floats){0} + low, highest = (floats){0} + high;
    ints below = *x < low, above = *x > high;
    choose(x, &below, &lowest, x);
    choose(x, &above, &highest, x);
}

/// exp(x), 1 ulp; x is limited to -87.33...88.37, where neither the result nor the scale leaves the normal numbers.
/// exp(r) = 1 + r + r^2 p(r) on |r| <= ln 2 / 2, with p fitted to a relative error of 3e-9.
INLINE void exponential(floats *y, const floats *x) {
    floats limited = *x;
    limit(&limited, -87.33f, 88.37f);
    const float rounder = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
    floats shifted = limited * 1.44269504f + rounder;
    floats whole = shifted - rounder;
    floats r = limited - whole * 0.693145752f;
    r = r - whole * 1.42860677e-6f;
    floats p = r * 0.0013950487f + 0.0083688879f;
    p = p * r + 0.0416662060f;
    p = p * r + 0.1666651815f;
    p = p * r + 0.5f;
    floats e = r * r * p + r + 1.0f;
    ints power = ((ints)shifted - 0x4B400000 + 127) << 23;
    *y = e * (floats)power;
}

/// 1 / (1 + exp(-x)).
INLINE void logistic(floats *y, const floats *x) {
    floats negative = -*x, e;
    exponential(&e, &negative);
    *y = 1.0f / (1.0f + e);
}

/// erf(x): a polynomial in x^2 below 1, and 1 - exp(-q(|x|)) above, both fitted below 2e-9.
INLINE void error_function(floats *y, const floats *x) {
    floats square = *x * *x;
    floats p = square * 7.8891200e-5f - 0.00080208416f;
    p = p * square + 0.0051895352f;
    p = p * square - 0.0268544443f;
    p = p * square + 0.1128360033f;
    p = p * square - 0.3761262596f;
    p = p * square + 0.1283791661f;
    floats small = *x * p + *x;
    ints sign = (ints)*x & (int32_t)0x80000000;
    floats t = (floats)((ints)*x & 0x7FFFFFFF);
    ints inner = t < 1.0f;
    limit(&t, 1.0f, 4.0f);
    floats q = t * 2.1686850e-5f - 0.00044133636f;
    q = q * t + 0.0042045619f;
    q = q * t - 0.0252082571f;
    q = q * t + 0.1084185764f;
    q = q * t + 0.6332198977f;
    q = q * t + 1.1295784712f;
    q = q * t - 0.0001880402f;
    floats negative = -q, e;
    exponential(&e, &negative);
    floats large = (floats)((ints)(1.0f - e) | sign);
    choose(y, &inner, &small, &large);
}

/// tanh(x): a polynomial below 0.625, and 1 - 2 / (exp(2|x|) + 1) above.
INLINE void hyperbolic_tangent(floats *y, const floats *x) {
    floats square = *x * *x;
    floats p = square * -0.0057170326f + 0.0206505750f;
    p = p * square - 0.0537434928f;
    p = p * square + 0.1333149076f;
    p = p * square - 0.3333328366f;
    floats small = *x * (square * p) + *x;
    ints sign = (ints)*x & (int32_t)0x80000000;
    floats t = (floats)((ints)*x & 0x7FFFFFFF);
    ints inner = t < 0.625f;
    floats doubled = 2.0f * t, e;
    exponential(&e, &doubled);
    floats large = (floats)((ints)(1.0f - 2.0f / (e + 1.0f)) | sign);
    choose(y, &inner, &small, &large);
}

/// One of the activations; `kind` is a constant in every caller's loop.
INLINE void activated(floats *x, kernel_activation kind) {
    floats t;
    switch (kind) {
    case activation_none: break;
    case activation_relu: t = (floats){0}; { ints below = *x < 0.0f; choose(x, &below, &t, x); } break;
    case activation_relu6: limit(x, 0.0f, 6.0f); break;
    case activation_silu: logistic(&t, x); *x *= t; break;
    case activation_gelu: t = *x * 0.707106781f; error_function(&t, &t); *x *= 0.5f * t + 0.5f; break;
    case activation_gelu_tanh:
        t = *x * *x * 0.0713548162f + 1.5957691216f;  // 2 sqrt(2 / pi) (1 + 0.044715 x^2)
        t *= *x;
        logistic(&t, &t);
        *x *= t;
        break;
    case activation_quick_gelu: t = 1.702f * *x; logistic(&t, &t); *x *= t; break;
    case activation_sigmoid: logistic(x, x); break;
    case activation_tanh: hyperbolic_tangent(x, x); break;
    case activation_hard_sigmoid: *x += 3.0f; limit(x, 0.0f, 6.0f); *x *= 1.0f / 6.0f; break;
    case activation_hard_swish: t = *x + 3.0f; limit(&t, 0.0f, 6.0f); *x *= t * (1.0f / 6.0f); break;
    }
}

/// Runs `loop(kind)` with `kind` a constant, so that no activation is chosen inside the loop.
#define FOR_EACH_ACTIVATION(kind, loop)                                      \
    switch (kind) {                                                          \
    case activation_none: loop(activation_none); break;                      \
    case activation_relu: loop(activation_relu); break;                      \
    case activation_relu6: loop(activation_relu6); break;                    \
    case activation_silu: loop(activation_silu); break;                      \
    case activation_gelu: loop(activation_gelu); break;                      \
    case activation_gelu_tanh: loop(activation_gelu_tanh); break;            \
    case activation_quick_gelu: loop(activation_quick_gelu); break;          \
    case activation_sigmoid: loop(activation_sigmoid); break;                \
    case activation_tanh: loop(activation_tanh); break;                      \
    case activation_hard_sigmoid: loop(activation_hard_sigmoid); break;      \
    case activation_hard_swish: loop(activation_hard_swish); break;          \
    }

/// Sums of sixteen lanes, always in this order.
INLINE double sum_of_lanes(const doubles *x) {
    double sum = 0;
    for (int lane = 0; lane < lanes; lane++) sum += (*x)[lane];
    return sum;
}

#endif
