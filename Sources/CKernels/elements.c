// Kernels that treat each element alone.
#include "vectors.h"

/// Runs `body(index, size)` for whole vectors (size = lanes) and once for the rest.
#define OVER_VECTORS(count, whole, part)                          \
    size_t index = 0;                                             \
    for (; index + lanes <= (count); index += lanes) { whole }    \
    size_t rest = (count)-index;                                  \
    if (rest) { part }

/// Marks in `found` the lanes that are infinite or not a number.
INLINE void find_not_finite(ints *found, const floats *x) { *found |= ((ints)*x & 0x7F800000) == 0x7F800000; }

CLONED bool kernel_is_finite(const float *x, size_t count) {
    floats v;
    ints found = {0};
    OVER_VECTORS(
        count, load(&v, x + index); find_not_finite(&found, &v);
        , load_part(&v, x + index, rest); find_not_finite(&found, &v);)
    int32_t any = 0;
    for (int lane = 0; lane < lanes; lane++) any |= found[lane];
    return any == 0;
}

CLONED void kernel_activate(float *x, size_t count, kernel_activation activation) {
    uint64_t state = denormals_flush();
    floats v;
#define LOOP(kind)                                                                     \
    {                                                                                  \
        OVER_VECTORS(                                                                  \
            count, load(&v, x + index); activated(&v, kind); store(x + index, &v);     \
            , load_part(&v, x + index, rest); activated(&v, kind); store_part(x + index, &v, rest);) \
    }
    FOR_EACH_ACTIVATION(activation, LOOP)
#undef LOOP
    denormals_restore(state);
}

/// A kernel that replaces `y` by an expression of the vectors `a` (from `y`) and `b` (from `x`).
#define BINARY(expression)                                                                                         \
    uint64_t state = denormals_flush();                                                                            \
    floats a, b;                                                                                                   \
    OVER_VECTORS(                                                                                                  \
        count, load(&a, y + index); load(&b, x + index); a = (expression); store(y + index, &a);                   \
        , load_part(&a, y + index, rest); load_part(&b, x + index, rest); a = (expression);                        \
        store_part(y + index, &a, rest);)                                                                          \
    denormals_restore(state);

CLONED void kernel_add(float *y, const float *x, size_t count) { BINARY(a + b) }

CLONED void kernel_add_activated(float *y, const float *x, size_t count, kernel_activation activation) {
    uint64_t state = denormals_flush();
    floats a, b;
#define LOOP(kind)                                                                                        \
    {                                                                                                     \
        OVER_VECTORS(                                                                                     \
            count, load(&a, y + index); load(&b, x + index); a += b; activated(&a, kind);                 \
            store(y + index, &a);                                                                         \
            , load_part(&a, y + index, rest); load_part(&b, x + index, rest); a += b; activated(&a, kind); \
            store_part(y + index, &a, rest);)                                                             \
    }
    FOR_EACH_ACTIVATION(activation, LOOP)
#undef LOOP
    denormals_restore(state);
}

CLONED void kernel_multiply(float *y, const float *x, size_t count) { BINARY(a *b) }

CLONED void kernel_add_scaled(float *y, const float *x, size_t count, float factor) { BINARY(a + factor * b) }

CLONED void kernel_scale(float *y, size_t count, float factor) {
    const float *x = y;
    BINARY(factor * b)
}


CLONED void kernel_maximum(float *y, const float *x, size_t count) {
    uint64_t state = denormals_flush();
    floats a, b;
    ints keep;
#define LARGER keep = (a > b) | (a != a); choose(&a, &keep, &a, &b);
    OVER_VECTORS(
        count, load(&a, y + index); load(&b, x + index); LARGER store(y + index, &a);
        , load_part(&a, y + index, rest); load_part(&b, x + index, rest); LARGER store_part(y + index, &a, rest);)
#undef LARGER
    denormals_restore(state);
}

CLONED void kernel_multiply_add(float *y, const float *a, const float *x, size_t count) {
    uint64_t state = denormals_flush();
    floats sum, u, v;
    OVER_VECTORS(
        count, load(&sum, y + index); load(&u, a + index); load(&v, x + index); sum += u * v; store(y + index, &sum);
        , load_part(&sum, y + index, rest); load_part(&u, a + index, rest); load_part(&v, x + index, rest);
        sum += u * v; store_part(y + index, &sum, rest);)
    denormals_restore(state);
}

CLONED void kernel_swiglu(float *y, const float *x, size_t rows, size_t half) {
    uint64_t state = denormals_flush();
    for (size_t row = 0; row < rows; row++) {
        const float *gate = x + row * 2 * half, *value = gate + half;
        float *to = y + row * half;
        floats a, b;
        OVER_VECTORS(
            half, load(&a, gate + index); load(&b, value + index); activated(&a, activation_silu); a *= b;
            store(to + index, &a);
            , load_part(&a, gate + index, rest); load_part(&b, value + index, rest); activated(&a, activation_silu);
            a *= b; store_part(to + index, &a, rest);)
    }
    denormals_restore(state);
}

CLONED void kernel_rotate(
    float *y, const float *x, size_t rows, size_t heads, size_t width, const float *c, const float *s) {
    uint64_t state = denormals_flush();
    for (size_t row = 0; row < rows; row++) {
        for (size_t head = 0; head < heads; head++) {
            const float *from = x + (row * heads + head) * width;
            float *to = y + (row * heads + head) * width;
            const float *cosine = c + row * width, *sine = s + row * width;
            for (size_t j = 0; j + 1 < width; j += 2) {
                float even = from[j], odd = from[j + 1];
                to[j] = even * cosine[j] - odd * sine[j];
                to[j + 1] = odd * cosine[j + 1] + even * sine[j + 1];
            }
        }
    }
    denormals_restore(state);
}

CLONED void kernel_depthwise_row(
    float *y, size_t outputs, size_t channels, const float *const *x, size_t rows, size_t columns, ptrdiff_t width,
    ptrdiff_t first, ptrdiff_t step, ptrdiff_t dilation, const float *weight) {
    uint64_t state = denormals_flush();
    for (size_t j = 0; j < outputs; j++) {
        for (size_t i = 0; i < channels; i += lanes) {
            size_t size = channels - i < lanes ? channels - i : lanes;
            floats sum = {0}, w, v;
            for (size_t tap = 0; tap < rows * columns; tap++) {
                const float *row = x[tap / columns];
                ptrdiff_t pixel = first + (ptrdiff_t)j * step + (ptrdiff_t)(tap % columns) * dilation;
                if (!row || pixel < 0 || pixel >= width) continue;
                take(&w, weight + tap * channels + i, size);
                take(&v, row + pixel * (ptrdiff_t)channels + i, size);
                sum += w * v;
            }
            give(y + j * channels + i, &sum, size);
        }
    }
    denormals_restore(state);
}
