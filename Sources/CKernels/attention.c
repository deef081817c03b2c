// Attention of one head, for heads that are too narrow for a library's products to pay.
#include "softmax.h"

enum { block = 4 };  // queries that are treated together

/// `extent` rounded up to whole vectors.
INLINE size_t padded(size_t extent) { return (extent + lanes - 1) / lanes * lanes; }

size_t kernel_attention_scratch(size_t keys, size_t width) {
    return width * padded(keys) + keys * padded(width) + block * padded(keys);
}

/// `sums[r][v] = sum over d of a[r][d] * b[d][v]`: four rows of `a`, `vectors` (1 or 2) vectors of each row of `b`.
INLINE void multiply_block(
    floats sums[block][2], const float *const a[block], const float *b, size_t b_stride, size_t depth, int vectors) {
    floats s0[block] = {0}, s1[block] = {0};
    for (size_t d = 0; d < depth; d++) {
        floats b0, b1 = {0};
        load(&b0, b + d * b_stride);
        if (vectors == 2) load(&b1, b + d * b_stride + lanes);
#pragma clang loop unroll(full)
        for (int r = 0; r < block; r++) {
            s0[r] += a[r][d] * b0;
            if (vectors == 2) s1[r] += a[r][d] * b1;
        }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < block; r++) {
        sums[r][0] = s0[r];
        sums[r][1] = s1[r];
    }
}

/// `c = scale * a b` for four rows; the columns of `b` are whole vectors, those of `c` are cut at `columns`, its rows
/// at `rows`.
INLINE void multiply_rows(
    float *c, size_t c_stride, const float *const a[block], const float *b, size_t b_stride, size_t depth, float scale,
    size_t rows, size_t columns) {
    for (size_t i = 0; i < columns; i += 2 * lanes) {
        floats sums[block][2];
        int vectors = columns - i > lanes ? 2 : 1;
        if (vectors == 2) {
            multiply_block(sums, a, b + i, b_stride, depth, 2);
        } else {
            multiply_block(sums, a, b + i, b_stride, depth, 1);
        }
        for (int vector = 0; vector < vectors; vector++) {
            size_t start = i + (size_t)vector * lanes;
            size_t size = columns - start < lanes ? columns - start : lanes;
            for (size_t r = 0; r < rows; r++) {
                sums[r][vector] *= scale;
                give(c + r * c_stride + start, &sums[r][vector], size);
            }
        }
    }
}

CLONED void kernel_attention(
    float *y, size_t y_stride, const float *q, size_t q_stride, const float *k, size_t k_stride, const float *v,
    size_t v_stride, size_t queries, size_t keys, size_t width, float scale, size_t visible, float *scratch) {
    uint64_t state = denormals_flush();
    size_t across = padded(keys), wide = padded(width);
    float *turned = scratch, *values = turned + width * across, *scores = values + keys * wide;
    memset(scratch, 0, (width * across + keys * wide) * sizeof(float));
    for (size_t key = 0; key < keys; key++) {
        for (size_t d = 0; d < width; d++) turned[d * across + key] = k[key * k_stride + d];
        memcpy(values + key * wide, v + key * v_stride, width * sizeof(float));
    }
    for (size_t first = 0; first < queries; first += block) {
        size_t rows = queries - first < block ? queries - first : block;
        const float *from[block], *weights[block];
        for (size_t r = 0; r < block; r++) {
            from[r] = q + (first + (r < rows ? r : 0)) * q_stride;
            weights[r] = scores + (r < rows ? r : 0) * across;
        }
        multiply_rows(scores, across, from, turned, across, width, scale, rows, keys);
        for (size_t r = 0; r < rows; r++) {
            size_t seen = visible == 0 || visible + first + r > keys ? keys : visible + first + r;
            softmax_of(scores + r * across, seen);
            memset(scores + r * across + seen, 0, (across - seen) * sizeof(float));
        }
        multiply_rows(y + first * y_stride, y_stride, weights, values, wide, keys, 1, rows, width);
    }
    denormals_restore(state);
}
