/// The C side of `CDNNL`: products and convolutions of oneDNN, with weights re-ordered once.
///
/// It compiles against oneDNN 2.x (Debian 12) and 3.x, whose interfaces differ. Every function runs on the calling
/// thread alone. A layer does not change once created: it may run on several threads at once, each with its own
/// scratch memory. Functions that return `int` return 0, or a status of `dnnl_status_t`.
#ifndef DERMAUDIT_CDNNL_H
#define DERMAUDIT_CDNNL_H

#if !__has_include(<oneapi/dnnl/dnnl.h>)
#error "oneapi/dnnl/dnnl.h is missing: run 'make deps', or install Debian's libdnnl-dev"
#endif

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The processor, as oneDNN sees it. Immutable, so it may be used from any thread.
typedef struct onednn_processor onednn_processor;

/// One product or convolution for fixed extents.
typedef struct onednn_layer onednn_layer;

/// `y = x w^T + bias`: `x` is `[rows, inputs]`, `w` `[outputs, inputs]`, `y` `[rows, outputs]`. The strides are
/// elements from one row to the next.
typedef struct {
    int64_t rows, inputs, outputs, input_stride, output_stride;
    bool has_bias, has_relu;
} onednn_product_shape;

/// A convolution of a channels-last map; dilations count from 1 (none). `is_winograd` asks for the minimal filtering of
/// Lavin & Gray (2016), which oneDNN has for few shapes and which rounds differently.
typedef struct {
    int64_t height, width, inputs, outputs, groups, kernel_rows, kernel_columns;
    int64_t row_stride, column_stride, row_dilation, column_dilation;
    int64_t top, left, bottom, right, output_rows, output_columns;
    bool has_bias, has_relu, is_winograd;
} onednn_convolution_shape;

/// oneDNN's view of this processor; null, and the status, where it has none.
onednn_processor *onednn_processor_create(int *status);

/// Frees what `onednn_processor_create` gave.
void onednn_processor_destroy(onednn_processor *processor);

/// The version of the library that is loaded.
void onednn_version(int *major, int *minor, int *patch);

/// The widest instructions that the library uses here, such as `avx512_core`; it lives as long as the program.
const char *onednn_instructions(void);

/// Prepares a product; null, and the status, where oneDNN refuses it.
onednn_layer *onednn_product_create(onednn_processor *processor, const onednn_product_shape *shape, int *status);

/// Prepares a convolution whose weights are `[outputs, inputs / groups, rows, columns]`; null, and the status, where
/// oneDNN refuses it.
onednn_layer *onednn_convolution_create(
    onednn_processor *processor, const onednn_convolution_shape *shape, int *status);

/// Frees a layer that does not run any more.
void onednn_layer_destroy(onednn_layer *layer);

/// The bytes of the re-ordered weights.
size_t onednn_layer_packed_bytes(const onednn_layer *layer);

/// The bytes of scratch memory that one run needs; 0 if none.
size_t onednn_layer_scratch_bytes(const onednn_layer *layer);

/// Whether both layers want their weights in the same order.
bool onednn_layer_same_packing(const onednn_layer *one, const onednn_layer *other);

/// Re-orders weights from their file's order into `packed`, 64-byte aligned, of `onednn_layer_packed_bytes` bytes.
int onednn_layer_pack(const onednn_layer *layer, const float *weights, void *packed);

/// Runs a layer. `bias` is ignored where the layer has none; `scratch` is 64-byte aligned.
int onednn_layer_run(
    const onednn_layer *layer, const float *x, const void *packed, const float *bias, float *y, void *scratch);

/// `c = alpha * a op(b)` for row-major matrices, without preparation: `a` is `[m, k]`, `op(b)` `[k, n]`.
int onednn_product(
    bool transpose_b, int64_t m, int64_t n, int64_t k, float alpha, const float *a, int64_t lda, const float *b,
    int64_t ldb, float *c, int64_t ldc);

#endif
