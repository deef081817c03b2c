/// Softmax of one row, shared by the kernels for matrices and for attention.
#ifndef DERMAUDIT_SOFTMAX_H
#define DERMAUDIT_SOFTMAX_H

#include "vectors.h"

/// The largest of the first `columns` elements; minus infinity where there are none.
INLINE float largest_of(const float *x, size_t columns) {
    floats largest = (floats){0} - INFINITY, v;
    size_t i = 0;
    for (; i + lanes <= columns; i += lanes) {
        load(&v, x + i);
        ints above = v > largest;
        choose(&largest, &above, &v, &largest);
    }
    float result = -INFINITY;
    for (int lane = 0; lane < lanes; lane++) result = largest[lane] > result ? largest[lane] : result;
    for (; i < columns; i++) result = x[i] > result ? x[i] : result;
    return result;
}

/// Softmax of the first `columns` elements.
INLINE void softmax_of(float *x, size_t columns) {
    float largest = largest_of(x, columns);
    doubles sum = {0};
    floats v, zero = {0};
    for (size_t i = 0; i < columns; i += lanes) {
        size_t size = columns - i < lanes ? columns - i : lanes;
        take(&v, x + i, size);
        v -= largest;
        ints vanishes = v < -87.33f;
        exponential(&v, &v);
        choose(&v, &vanishes, &zero, &v);
        for (size_t lane = size; lane < lanes; lane++) v[lane] = 0;
        sum += __builtin_convertvector(v, doubles);
        give(x + i, &v, size);
    }
    float factor = (float)(1 / sum_of_lanes(&sum));
    for (size_t i = 0; i < columns; i += lanes) {
        size_t size = columns - i < lanes ? columns - i : lanes;
        take(&v, x + i, size);
        v *= factor;
        give(x + i, &v, size);
    }
}

#endif
