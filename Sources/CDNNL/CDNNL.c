#include "CDNNL.h"

#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.h>
#include <stdlib.h>

#include "versions.h"

struct onednn_processor {
    dnnl_engine_t engine;
};

struct onednn_layer {
    dnnl_engine_t engine;  // owned by the processor, which outlives its layers
    dnnl_primitive_t primitive;
    description input, weights, packed, bias, output, scratch;
    dnnl_primitive_t enter, leave;  // re-order the map before and behind, where the primitive wants channels in blocks
    description entered, left;
    bool has_bias;
};

/// oneDNN divides its work by the calling thread's OpenMP setting; ours is one thread, whatever the environment says.
static void use_one_thread(void) {
    static _Thread_local bool done = false;
    if (done) return;
    void (*set_threads)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
    if (set_threads) set_threads(1);
    done = true;
}

onednn_processor *onednn_processor_create(int *status) {
    use_one_thread();
    onednn_processor *processor = calloc(1, sizeof *processor);
    *status = processor ? dnnl_engine_create(&processor->engine, dnnl_cpu, 0) : dnnl_out_of_memory;
    if (*status == dnnl_success) return processor;
    free(processor);
    return NULL;
}

void onednn_processor_destroy(onednn_processor *processor) {
    dnnl_engine_destroy(processor->engine);
    free(processor);
}

void onednn_version(int *major, int *minor, int *patch) {
    const dnnl_version_t *version = dnnl_version();
    *major = version->major;
    *minor = version->minor;
    *patch = version->patch;
}

const char *onednn_instructions(void) {
    int isa = (int)dnnl_get_effective_cpu_isa();
    if ((isa & dnnl_cpu_isa_avx512_core) == dnnl_cpu_isa_avx512_core) return "avx512_core";
    if ((isa & dnnl_cpu_isa_avx2) == dnnl_cpu_isa_avx2) return "avx2";
    if ((isa & dnnl_cpu_isa_avx) == dnnl_cpu_isa_avx) return "avx";
    return "sse41";
}

/// Scratch memory comes from the caller, since a layer runs on several threads; ReLU is exact, so it is fused.
static dnnl_primitive_attr_t attributes(bool has_relu) {
    dnnl_primitive_attr_t attr = NULL;
    if (dnnl_primitive_attr_create(&attr) != dnnl_success) return NULL;
    dnnl_primitive_attr_set_scratchpad_mode(attr, dnnl_scratchpad_mode_user);
    if (!has_relu) return attr;
    dnnl_post_ops_t operations;
    if (dnnl_post_ops_create(&operations) != dnnl_success) return attr;
    append_relu(operations);
    dnnl_primitive_attr_set_post_ops(attr, operations);
    dnnl_post_ops_destroy(operations);
    return attr;
}

/// Ends a layer's preparation: the primitive, and what it wants its weights and scratch memory to be.
static onednn_layer *finished(onednn_layer *layer, dnnl_primitive_desc_t descriptor, int *status) {
    if (*status == dnnl_success) *status = dnnl_primitive_create(&layer->primitive, descriptor);
    if (*status == dnnl_success) *status = copy_description(&layer->packed, descriptor, dnnl_query_weights_md);
    if (*status == dnnl_success) *status = copy_description(&layer->scratch, descriptor, dnnl_query_scratchpad_md);
    if (descriptor) dnnl_primitive_desc_destroy(descriptor);
    if (*status == dnnl_success) return layer;
    onednn_layer_destroy(layer);
    return NULL;
}

onednn_layer *onednn_product_create(onednn_processor *processor, const onednn_product_shape *shape, int *status) {
    use_one_thread();
    onednn_layer *layer = calloc(1, sizeof *layer);
    *status = dnnl_out_of_memory;
    if (!layer) return NULL;
    layer->engine = processor->engine;
    layer->has_bias = shape->has_bias;
    dnnl_dims_t input = {shape->rows, shape->inputs}, input_strides = {shape->input_stride, 1};
    dnnl_dims_t weights = {shape->inputs, shape->outputs}, weight_strides = {1, shape->inputs};
    dnnl_dims_t output = {shape->rows, shape->outputs}, output_strides = {shape->output_stride, 1};
    dnnl_dims_t bias = {1, shape->outputs};
    description any = {0};
    *status = describe_strides(&layer->input, 2, input, input_strides);
    if (!*status) *status = describe_strides(&layer->weights, 2, weights, weight_strides);
    if (!*status) *status = describe_strides(&layer->output, 2, output, output_strides);
    if (!*status) *status = describe(&layer->bias, 2, bias, dnnl_ab);
    if (!*status) *status = describe(&any, 2, weights, dnnl_format_tag_any);
    dnnl_primitive_desc_t descriptor = NULL;
    if (!*status) {
        dnnl_primitive_attr_t attr = attributes(shape->has_relu);
        *status = describe_product(
            &descriptor, layer->engine, &layer->input, &any, shape->has_bias ? &layer->bias : NULL, &layer->output,
            attr);
        dnnl_primitive_attr_destroy(attr);
    }
    forget(&any);
    return finished(layer, descriptor, status);
}

/// The descriptions of a convolution; the weights have an axis of groups where there are several. `entered` and `left`
/// are the maps in blocks of sixteen channels.
static int describe_maps(onednn_layer *layer, const onednn_convolution_shape *s, description *any) {
    dnnl_dims_t input = {1, s->inputs, s->height, s->width};
    dnnl_dims_t output = {1, s->outputs, s->output_rows, s->output_columns};
    dnnl_dims_t bias = {s->outputs};
    dnnl_dims_t whole = {s->outputs, s->inputs, s->kernel_rows, s->kernel_columns};
    dnnl_dims_t grouped = {
        s->groups, s->outputs / s->groups, s->inputs / s->groups, s->kernel_rows, s->kernel_columns};
    bool one = s->groups == 1;
    int status = describe(&layer->input, 4, input, dnnl_nhwc);
    if (!status) status = describe(&layer->output, 4, output, dnnl_nhwc);
    if (!status) status = describe(&layer->bias, 1, bias, dnnl_a);
    if (!status) status = describe(&layer->weights, one ? 4 : 5, one ? whole : grouped, one ? dnnl_oihw : dnnl_goihw);
    if (!status) status = describe(any, one ? 4 : 5, one ? whole : grouped, dnnl_format_tag_any);
    if (!status && s->is_winograd) status = describe(&layer->entered, 4, input, dnnl_nChw16c);
    if (!status && s->is_winograd) status = describe(&layer->left, 4, output, dnnl_nChw16c);
    return status;
}

/// A primitive that re-orders what lies as `from` into `to`.
static int create_reorder(
    dnnl_primitive_t *primitive, dnnl_engine_t engine, const description *from, const description *to) {
    dnnl_primitive_desc_t descriptor = NULL;
    int status = dnnl_reorder_primitive_desc_create(
        &descriptor, reference(from), engine, reference(to), engine, NULL);
    if (status != dnnl_success) return status;
    status = dnnl_primitive_create(primitive, descriptor);
    dnnl_primitive_desc_destroy(descriptor);
    return status;
}

onednn_layer *onednn_convolution_create(
    onednn_processor *processor, const onednn_convolution_shape *shape, int *status) {
    use_one_thread();
    onednn_layer *layer = calloc(1, sizeof *layer);
    *status = dnnl_out_of_memory;
    if (!layer) return NULL;
    layer->engine = processor->engine;
    layer->has_bias = shape->has_bias;
    description any = {0};
    *status = describe_maps(layer, shape, &any);
    dnnl_dims_t strides = {shape->row_stride, shape->column_stride};
    dnnl_dims_t dilations = {shape->row_dilation - 1, shape->column_dilation - 1};
    dnnl_dims_t before = {shape->top, shape->left}, after = {shape->bottom, shape->right};
    dnnl_primitive_desc_t descriptor = NULL;
    if (!*status) {
        dnnl_primitive_attr_t attr = attributes(shape->has_relu);
        *status = describe_convolution(
            &descriptor, layer->engine, shape->is_winograd ? dnnl_convolution_winograd : dnnl_convolution_direct,
            shape->is_winograd ? &layer->entered : &layer->input, &any, shape->has_bias ? &layer->bias : NULL,
            shape->is_winograd ? &layer->left : &layer->output, strides, dilations, before, after, attr);
        dnnl_primitive_attr_destroy(attr);
    }
    if (!*status && shape->is_winograd) {
        *status = create_reorder(&layer->enter, layer->engine, &layer->input, &layer->entered);
    }
    if (!*status && shape->is_winograd) {
        *status = create_reorder(&layer->leave, layer->engine, &layer->left, &layer->output);
    }
    forget(&any);
    return finished(layer, descriptor, status);
}

void onednn_layer_destroy(onednn_layer *layer) {
    dnnl_primitive_t primitives[] = {layer->primitive, layer->enter, layer->leave};
    for (size_t i = 0; i < sizeof primitives / sizeof *primitives; i++) {
        if (primitives[i]) dnnl_primitive_destroy(primitives[i]);
    }
    description *all[] = {&layer->input,  &layer->weights, &layer->packed,  &layer->bias,
                          &layer->output, &layer->scratch, &layer->entered, &layer->left};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) forget(all[i]);
    free(layer);
}

size_t onednn_layer_packed_bytes(const onednn_layer *layer) { return description_bytes(&layer->packed); }

/// The bytes of what `d` describes, none for nothing, up to the next cache line.
static size_t lined_bytes(const description *d) { return (description_bytes(d) + 63) / 64 * 64; }

size_t onednn_layer_scratch_bytes(const onednn_layer *layer) {
    if (!layer->enter) return description_bytes(&layer->scratch);
    return lined_bytes(&layer->scratch) + lined_bytes(&layer->entered) + lined_bytes(&layer->left);
}

bool onednn_layer_same_packing(const onednn_layer *one, const onednn_layer *other) {
    return descriptions_equal(&one->packed, &other->packed);
}

/// Runs a primitive with up to five arguments on the calling thread and waits.
static int run(dnnl_engine_t engine, dnnl_primitive_t primitive, int count, const dnnl_exec_arg_t *arguments) {
    dnnl_stream_t stream = NULL;
    int status = dnnl_stream_create(&stream, engine, dnnl_stream_default_flags);
    if (status == dnnl_success) status = dnnl_primitive_execute(primitive, stream, count, arguments);
    if (status == dnnl_success) status = dnnl_stream_wait(stream);
    if (stream) dnnl_stream_destroy(stream);
    return status;
}

/// Adds an argument that refers to memory of the caller.
static int add_argument(
    dnnl_exec_arg_t *arguments, int *count, dnnl_engine_t engine, int role, const description *what, const void *where) {
    int status = dnnl_memory_create(&arguments[*count].memory, reference(what), engine, (void *)where);
    if (status == dnnl_success) arguments[(*count)++].arg = role;
    return status;
}

static void remove_arguments(dnnl_exec_arg_t *arguments, int count) {
    for (int i = 0; i < count; i++) dnnl_memory_destroy(arguments[i].memory);
}

/// Runs a primitive of `create_reorder`.
static int reorder(
    dnnl_engine_t engine, dnnl_primitive_t primitive, const description *from, const void *source,
    const description *to, void *target) {
    dnnl_exec_arg_t arguments[2];
    int count = 0;
    int status = add_argument(arguments, &count, engine, DNNL_ARG_FROM, from, source);
    if (!status) status = add_argument(arguments, &count, engine, DNNL_ARG_TO, to, target);
    if (!status) status = run(engine, primitive, count, arguments);
    remove_arguments(arguments, count);
    return status;
}

int onednn_layer_pack(const onednn_layer *layer, const float *weights, void *packed) {
    use_one_thread();
    dnnl_primitive_t primitive = NULL;
    int status = create_reorder(&primitive, layer->engine, &layer->weights, &layer->packed);
    if (status != dnnl_success) return status;
    status = reorder(layer->engine, primitive, &layer->weights, weights, &layer->packed, packed);
    dnnl_primitive_destroy(primitive);
    return status;
}

/// Runs the primitive itself on maps as it wants them.
static int run_primitive(
    const onednn_layer *layer, const description *input, const float *x, const void *packed, const float *bias,
    const description *output, float *y, void *scratch) {
    dnnl_engine_t engine = layer->engine;
    dnnl_exec_arg_t arguments[5];
    int count = 0;
    int status = add_argument(arguments, &count, engine, DNNL_ARG_SRC, input, x);
    if (!status) status = add_argument(arguments, &count, engine, DNNL_ARG_WEIGHTS, &layer->packed, packed);
    if (!status) status = add_argument(arguments, &count, engine, DNNL_ARG_DST, output, y);
    if (!status) status = add_argument(arguments, &count, engine, DNNL_ARG_SCRATCHPAD, &layer->scratch, scratch);
    if (!status && layer->has_bias) {
        status = add_argument(arguments, &count, engine, DNNL_ARG_BIAS, &layer->bias, bias);
    }
    if (!status) status = run(engine, layer->primitive, count, arguments);
    remove_arguments(arguments, count);
    return status;
}

int onednn_layer_run(
    const onednn_layer *layer, const float *x, const void *packed, const float *bias, float *y, void *scratch) {
    use_one_thread();
    if (!layer->enter) {
        return run_primitive(layer, &layer->input, x, packed, bias, &layer->output, y, scratch);
    }
    char *entered = (char *)scratch + lined_bytes(&layer->scratch);
    char *left = entered + lined_bytes(&layer->entered);
    int status = reorder(layer->engine, layer->enter, &layer->input, x, &layer->entered, entered);
    if (status) return status;
    status = run_primitive(
        layer, &layer->entered, (float *)entered, packed, bias, &layer->left, (float *)left, scratch);
    if (status) return status;
    return reorder(layer->engine, layer->leave, &layer->left, left, &layer->output, y);
}

int onednn_product(
    bool transpose_b, int64_t m, int64_t n, int64_t k, float alpha, const float *a, int64_t lda, const float *b,
    int64_t ldb, float *c, int64_t ldc) {
    use_one_thread();
    return dnnl_sgemm('N', transpose_b ? 'T' : 'N', m, n, k, alpha, a, lda, b, ldb, 0, c, ldc);
}
