/// Leaf kernels on float32 arrays: everything of a network that is no product and no convolution.
///
/// They stand in C because one build must use the widest vectors of each processor: `target_clones` compiles each
/// function for AVX-512, AVX2 and the base line and chooses at load time, which Swift cannot do. All sums have a fixed
/// order over sixteen lanes, the same in every clone. Each kernel flushes denormal numbers to zero while it runs.
/// Arrays do not overlap except where a comment allows `y == x`. Matrices are row-major and contiguous.
#ifndef DERMAUDIT_CKERNELS_H
#define DERMAUDIT_CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The activations, in the order of `Activation.allCases`.
typedef enum {
    activation_none,
    activation_relu,
    activation_relu6,
    activation_silu,
    activation_gelu,
    activation_gelu_tanh,
    activation_quick_gelu,
    activation_sigmoid,
    activation_tanh,
    activation_hard_sigmoid,
    activation_hard_swish,
} kernel_activation;

/// Makes the calling thread treat denormal numbers as zero (FTZ and DAZ on x86-64, FZ on ARM64); returns the state
/// before, for `denormals_restore`.
uint64_t denormals_flush(void);

/// Gives the calling thread back the state that `denormals_flush` returned.
void denormals_restore(uint64_t state);

/// Whether no element is infinite or not a number.
bool kernel_is_finite(const float *x, size_t count);

/// `x = activation(x)`.
void kernel_activate(float *x, size_t count, kernel_activation activation);

/// `y += x`.
void kernel_add(float *y, const float *x, size_t count);

/// `y = activation(y + x)`.
void kernel_add_activated(float *y, const float *x, size_t count, kernel_activation activation);

/// `y *= x`.
void kernel_multiply(float *y, const float *x, size_t count);

/// `y += factor * x`.
void kernel_add_scaled(float *y, const float *x, size_t count, float factor);

/// `y *= factor`.
void kernel_scale(float *y, size_t count, float factor);

/// `y = max(y, x)`; not a number where either is.
void kernel_maximum(float *y, const float *x, size_t count);

/// `y += a * x` for vectors.
void kernel_multiply_add(float *y, const float *a, const float *x, size_t count);

/// `y += gate * x` for matrices `[rows, columns]`, one gate for each column.
void kernel_gated_add(float *y, const float *x, const float *gate, size_t rows, size_t columns);

/// `y = activation(x * (offset + scale) + shift)` for matrices whose rows lie `y_stride` and `x_stride` elements apart,
/// one scale and shift for each column. A null scale is all 1 (without offset), a null shift all 0; `y == x` is allowed.
void kernel_affine(
    float *y, size_t y_stride, const float *x, size_t x_stride, size_t rows, size_t columns, const float *scale,
    float offset, const float *shift, kernel_activation activation);

/// Layer norm of each row, then `* (offset + scale) + shift` as in `kernel_affine`; `y == x` is allowed.
void kernel_layer_norm(
    float *y, const float *x, size_t rows, size_t columns, float epsilon, const float *scale, float offset,
    const float *shift);

/// Root-mean-square norm of each row, then `* (offset + scale) + shift` as in `kernel_affine`; `y == x` is allowed.
void kernel_rms_norm(
    float *y, const float *x, size_t rows, size_t columns, float epsilon, const float *scale, float offset,
    const float *shift);

/// Adds the sum of each column to `sums`, and the sum of squares to `squares` where it is not null.
void kernel_column_sums(const float *x, size_t rows, size_t columns, double *sums, double *squares);

/// Softmax of each row, in place. Row i sees its first `visible + i` columns, or all where `visible` is 0; the others
/// become 0.
void kernel_softmax(float *x, size_t rows, size_t columns, size_t visible);

/// `y = silu(left half of x) * right half` for rows of `2 * half` elements.
void kernel_swiglu(float *y, const float *x, size_t rows, size_t half);

/// Turns neighbouring pairs: `y[2j] = x[2j] c[2j] - x[2j+1] s[2j]`, `y[2j+1] = x[2j+1] c[2j+1] + x[2j] s[2j+1]`, for
/// rows of `heads * width` elements; `c` and `s` have `width` elements for each row. `y == x` is allowed.
void kernel_rotate(
    float *y, const float *x, size_t rows, size_t heads, size_t width, const float *c, const float *s);

/// One row of `outputs` pixels of a depthwise convolution, each of `channels` numbers. Output j sums, over the kernel's
/// `rows` and `columns`, `weight[r][c] * x[r][first + j * step + c * dilation]`: `x[r]` is a row of `width` pixels, or
/// null outside the map; pixels outside 0..<width are left out; `weight` is `[rows, columns, channels]`.
void kernel_depthwise_row(
    float *y, size_t outputs, size_t channels, const float *const *x, size_t rows, size_t columns, ptrdiff_t width,
    ptrdiff_t first, ptrdiff_t step, ptrdiff_t dilation, const float *weight);

/// The floats of scratch memory that `kernel_attention` needs.
size_t kernel_attention_scratch(size_t keys, size_t width);

/// Attention of one head: `y = softmax(scale * q k^T) v`. `q` and `y` are `[queries, width]`, `k` and `v`
/// `[keys, width]`; each has its own row stride in elements. Query i sees its first `visible + i` keys, or all where
/// `visible` is 0. `scratch` is 64-byte aligned.
void kernel_attention(
    float *y, size_t y_stride, const float *q, size_t q_stride, const float *k, size_t k_stride, const float *v,
    size_t v_stride, size_t queries, size_t keys, size_t width, float scale, size_t visible, float *scratch);

#endif
