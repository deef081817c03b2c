/// What differs between oneDNN 2.x, where a memory description is a struct and an operation is described before its
/// primitive, and 3.x, where a description is an object and operations describe their primitives at once.
#ifndef DERMAUDIT_CDNNL_VERSIONS_H
#define DERMAUDIT_CDNNL_VERSIONS_H

#include <oneapi/dnnl/dnnl.h>

/// How float32 numbers lie in memory. All zeros is a description of nothing.
typedef struct {
    dnnl_memory_desc_t value;
} description;

#if DNNL_VERSION_MAJOR >= 3

static const_dnnl_memory_desc_t reference(const description *d) { return d ? d->value : NULL; }

static int describe(description *d, int axes, const dnnl_dims_t extents, dnnl_format_tag_t tag) {
    return dnnl_memory_desc_create_with_tag(&d->value, axes, extents, dnnl_f32, tag);
}

static int describe_strides(description *d, int axes, const dnnl_dims_t extents, const dnnl_dims_t strides) {
    return dnnl_memory_desc_create_with_strides(&d->value, axes, extents, dnnl_f32, strides);
}

static int copy_description(description *d, const_dnnl_primitive_desc_t primitive, dnnl_query_t what) {
    return dnnl_memory_desc_clone(&d->value, dnnl_primitive_desc_query_md(primitive, what, 0));
}

static void forget(description *d) {
    if (d->value) dnnl_memory_desc_destroy(d->value);
    d->value = NULL;
}

static void append_relu(dnnl_post_ops_t operations) {
    dnnl_post_ops_append_eltwise(operations, dnnl_eltwise_relu, 0, 0);
}

static int describe_product(
    dnnl_primitive_desc_t *result, dnnl_engine_t engine, const description *input, const description *weights,
    const description *bias, const description *output, dnnl_primitive_attr_t attr) {
    return dnnl_matmul_primitive_desc_create(
        result, engine, reference(input), reference(weights), reference(bias), reference(output), attr);
}

static int describe_convolution(
    dnnl_primitive_desc_t *result, dnnl_engine_t engine, dnnl_alg_kind_t algorithm, const description *input,
    const description *weights, const description *bias, const description *output, const dnnl_dims_t strides,
    const dnnl_dims_t dilations, const dnnl_dims_t before, const dnnl_dims_t after, dnnl_primitive_attr_t attr) {
    return dnnl_convolution_forward_primitive_desc_create(
        result, engine, dnnl_forward_inference, algorithm, reference(input), reference(weights),
        reference(bias), reference(output), strides, dilations, before, after, attr);
}

#else

static const dnnl_memory_desc_t *reference(const description *d) { return d ? &d->value : NULL; }

static int describe(description *d, int axes, const dnnl_dims_t extents, dnnl_format_tag_t tag) {
    return dnnl_memory_desc_init_by_tag(&d->value, axes, extents, dnnl_f32, tag);
}

static int describe_strides(description *d, int axes, const dnnl_dims_t extents, const dnnl_dims_t strides) {
    return dnnl_memory_desc_init_by_strides(&d->value, axes, extents, dnnl_f32, strides);
}

static int copy_description(description *d, const_dnnl_primitive_desc_t primitive, dnnl_query_t what) {
    const dnnl_memory_desc_t *found = dnnl_primitive_desc_query_md(primitive, what, 0);
    if (!found) return dnnl_runtime_error;
    d->value = *found;
    return dnnl_success;
}

static void forget(description *d) { *d = (description){0}; }

static void append_relu(dnnl_post_ops_t operations) {
    dnnl_post_ops_append_eltwise(operations, 1, dnnl_eltwise_relu, 0, 0);
}

static int describe_product(
    dnnl_primitive_desc_t *result, dnnl_engine_t engine, const description *input, const description *weights,
    const description *bias, const description *output, dnnl_primitive_attr_t attr) {
    dnnl_matmul_desc_t operation;
    int status = dnnl_matmul_desc_init(
        &operation, reference(input), reference(weights), reference(bias), reference(output));
    return status ? status : (int)dnnl_primitive_desc_create(result, &operation, attr, engine, NULL);
}

static int describe_convolution(
    dnnl_primitive_desc_t *result, dnnl_engine_t engine, dnnl_alg_kind_t algorithm, const description *input,
    const description *weights, const description *bias, const description *output, const dnnl_dims_t strides,
    const dnnl_dims_t dilations, const dnnl_dims_t before, const dnnl_dims_t after, dnnl_primitive_attr_t attr) {
    dnnl_convolution_desc_t operation;
    int status = dnnl_dilated_convolution_forward_desc_init(
        &operation, dnnl_forward_inference, algorithm, reference(input), reference(weights),
        reference(bias), reference(output), strides, dilations, before, after);
    return status ? status : (int)dnnl_primitive_desc_create(result, &operation, attr, engine, NULL);
}

#endif

static size_t description_bytes(const description *d) { return dnnl_memory_desc_get_size(reference(d)); }

static bool descriptions_equal(const description *one, const description *other) {
    return dnnl_memory_desc_equal(reference(one), reference(other)) != 0;
}

#endif
