// Kernels on the rows of a matrix: per-column factors, norms and softmax.
#include "softmax.h"

CLONED void kernel_gated_add(float *y, const float *x, const float *gate, size_t rows, size_t columns) {
    uint64_t state = denormals_flush();
    for (size_t row = 0; row < rows; row++) {
        float *to = y + row * columns;
        const float *from = x + row * columns;
        for (size_t i = 0; i < columns; i += lanes) {
            size_t size = columns - i < lanes ? columns - i : lanes;
            floats a, b, g;
            take(&a, to + i, size);
            take(&b, from + i, size);
            take(&g, gate + i, size);
            a += g * b;
            give(to + i, &a, size);
        }
    }
    denormals_restore(state);
}

/// `v * (offset + scale) + shift` for the columns from `i` on.
INLINE void affine(floats *v, const float *scale, float offset, const float *shift, size_t i, size_t size) {
    floats a, b = {0};
    if (shift) take(&b, shift + i, size);
    if (scale) {
        take(&a, scale + i, size);
        *v = *v * (offset + a) + b;
    } else {
        *v += b;
    }
}

CLONED void kernel_affine(
    float *y, size_t y_stride, const float *x, size_t x_stride, size_t rows, size_t columns, const float *scale,
    float offset, const float *shift, kernel_activation activation) {
    uint64_t state = denormals_flush();
    floats v;
#define LOOP(kind)                                                                  \
    for (size_t row = 0; row < rows; row++) {                                       \
        for (size_t i = 0; i < columns; i += lanes) {                               \
            size_t size = columns - i < lanes ? columns - i : lanes;                \
            take(&v, x + row * x_stride + i, size);                                 \
            affine(&v, scale, offset, shift, i, size);                              \
            activated(&v, kind);                                                    \
            give(y + row * y_stride + i, &v, size);                                 \
        }                                                                           \
    }
    FOR_EACH_ACTIVATION(activation, LOOP)
#undef LOOP
    denormals_restore(state);
}

/// The sum of `x - mean` (where `squared` is 0) or of its square, in double precision.
INLINE double sum_of(const float *x, size_t columns, double mean, int squared) {
    doubles sum = {0};
    for (size_t i = 0; i < columns; i += lanes) {
        size_t size = columns - i < lanes ? columns - i : lanes;
        floats v;
        take(&v, x + i, size);
        doubles d = __builtin_convertvector(v, doubles);
        if (squared) {
            d -= mean;
            for (size_t lane = size; lane < lanes; lane++) d[lane] = 0;
            sum += d * d;
        } else {
            sum += d;
        }
    }
    return sum_of_lanes(&sum);
}

/// `(x - mean) * factor`, then the affine map, for one row.
INLINE void normalized(
    float *y, const float *x, size_t columns, float mean, float factor, const float *scale, float offset,
    const float *shift) {
    for (size_t i = 0; i < columns; i += lanes) {
        size_t size = columns - i < lanes ? columns - i : lanes;
        floats v;
        take(&v, x + i, size);
        v = (v - mean) * factor;
        affine(&v, scale, offset, shift, i, size);
        give(y + i, &v, size);
    }
}

CLONED void kernel_layer_norm(
    float *y, const float *x, size_t rows, size_t columns, float epsilon, const float *scale, float offset,
    const float *shift) {
    uint64_t state = denormals_flush();
    for (size_t row = 0; row < rows; row++) {
        const float *from = x + row * columns;
        double mean = sum_of(from, columns, 0, 0) / (double)columns;
        double variance = sum_of(from, columns, mean, 1) / (double)columns;
        float factor = (float)(1 / sqrt(variance + (double)epsilon));
        normalized(y + row * columns, from, columns, (float)mean, factor, scale, offset, shift);
    }
    denormals_restore(state);
}

CLONED void kernel_rms_norm(
    float *y, const float *x, size_t rows, size_t columns, float epsilon, const float *scale, float offset,
    const float *shift) {
    uint64_t state = denormals_flush();
    for (size_t row = 0; row < rows; row++) {
        const float *from = x + row * columns;
        double square = sum_of(from, columns, 0, 1) / (double)columns;
        float factor = (float)(1 / sqrt(square + (double)epsilon));
        normalized(y + row * columns, from, columns, 0, factor, scale, offset, shift);
    }
    denormals_restore(state);
}

CLONED void kernel_column_sums(const float *x, size_t rows, size_t columns, double *sums, double *squares) {
    uint64_t state = denormals_flush();
    for (size_t i = 0; i < columns; i += lanes) {
        size_t size = columns - i < lanes ? columns - i : lanes;
        doubles sum = {0}, square = {0};
        for (size_t row = 0; row < rows; row++) {
            floats v;
            take(&v, x + row * columns + i, size);
            doubles d = __builtin_convertvector(v, doubles);
            sum += d;
            if (squares) square += d * d;
        }
        for (size_t lane = 0; lane < size; lane++) {
            sums[i + lane] += sum[lane];
            if (squares) squares[i + lane] += square[lane];
        }
    }
    denormals_restore(state);
}

CLONED void kernel_softmax(float *x, size_t rows, size_t columns, size_t visible) {
    uint64_t state = denormals_flush();
    for (size_t row = 0; row < rows; row++) {
        float *at = x + row * columns;
        size_t seen = visible == 0 || visible + row > columns ? columns : visible + row;
        softmax_of(at, seen);
        if (seen < columns) memset(at + seen, 0, (columns - seen) * sizeof(float));
    }
    denormals_restore(state);
}
