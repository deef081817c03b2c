#include "CONNX.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// The places of the functions in the table of version 1, which every later version keeps: ONNX Runtime only appends
/// (its own source asserts that place 101 ends version 1). No header of it is needed.
enum {
    slot_status_message = 2,
    slot_create_environment = 3,
    slot_create_session = 7,
    slot_run = 9,
    slot_create_options = 10,
    slot_intra_threads = 24,
    slot_inter_threads = 25,
    slot_tensor_over_memory = 49,
    slot_tensor_data = 51,
    slot_element_type = 60,
    slot_rank = 61,
    slot_dimensions = 62,
    slot_shape_of_value = 65,
    slot_memory_info = 69,
    slot_release_environment = 92,
    slot_release_status = 93,
    slot_release_memory_info = 94,
    slot_release_session = 95,
    slot_release_value = 96,
    slot_release_shape = 99,
    slot_release_options = 100,
};

enum { log_fatal = 4, arena_allocator = 1, memory_default = 0, type_float = 1, type_double = 11 };

/// Most dimensions of an output.
enum { most_dimensions = 16, most_inputs = 32 };

typedef struct {
    const void *(*api)(uint32_t version);
    const char *(*version)(void);
} api_base;

typedef void *status;

struct onnx_runtime {
    void *const *table;
    const char *version;
    void *environment;
};

struct onnx_session {
    const onnx_runtime *runtime;
    void *session;
    void *memory;
};

/// Calls the function at a place of the table.
#define CALL(runtime, slot, result, types) ((result(*) types)(runtime)->table[slot])

/// Whether a call succeeded; where it did not, its message is copied without line breaks.
static bool succeeded(const onnx_runtime *runtime, status found, char *message, size_t capacity) {
    if (!found) return true;
    const char *text = CALL(runtime, slot_status_message, const char *, (status))(found);
    snprintf(message, capacity, "%s", text ? text : "no reason is given");
    for (char *place = message; *place; place++) {
        if (*place == '\n') *place = ' ';
    }
    CALL(runtime, slot_release_status, void, (status))(found);
    return false;
}

onnx_runtime *onnx_runtime_open(const char *path, char *message, size_t capacity) {
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        const char *reason = dlerror();
        snprintf(message, capacity, "%s", reason ? reason : "the dynamic linker gives no reason");
        return NULL;
    }
    const api_base *(*base)(void) = (const api_base *(*)(void))dlsym(handle, "OrtGetApiBase");
    void *const *table = base ? (void *const *)base()->api(1) : NULL;
    onnx_runtime *runtime = calloc(1, sizeof *runtime);
    if (!table || !runtime) {
        snprintf(message, capacity, "%s is no ONNX Runtime of version 1.19 or newer", path);
        free(runtime);
        dlclose(handle);
        return NULL;
    }
    runtime->table = table;
    runtime->version = base()->version();
    status made = CALL(runtime, slot_create_environment, status, (int, const char *, void **))(
        log_fatal, "dermaudit", &runtime->environment);
    if (!succeeded(runtime, made, message, capacity)) {
        free(runtime);
        return NULL;
    }
    return runtime;
}

const char *onnx_runtime_version(const onnx_runtime *runtime) { return runtime->version; }

onnx_session *onnx_session_open(const onnx_runtime *runtime, const char *path, char *message, size_t capacity) {
    onnx_session *session = calloc(1, sizeof *session);
    void *options = NULL;
    if (!session) return NULL;
    session->runtime = runtime;
    bool good =
        succeeded(runtime, CALL(runtime, slot_create_options, status, (void **))(&options), message, capacity)
        && succeeded(
            runtime, CALL(runtime, slot_intra_threads, status, (void *, int))(options, 1), message, capacity)
        && succeeded(
            runtime, CALL(runtime, slot_inter_threads, status, (void *, int))(options, 1), message, capacity)
        && succeeded(
            runtime,
            CALL(runtime, slot_create_session, status, (void *, const char *, void *, void **))(
                runtime->environment, path, options, &session->session),
            message, capacity)
        && succeeded(
            runtime,
            CALL(runtime, slot_memory_info, status, (int, int, void **))(
                arena_allocator, memory_default, &session->memory),
            message, capacity);
    if (options) CALL(runtime, slot_release_options, void, (void *))(options);
    if (good) return session;
    onnx_session_close(session);
    return NULL;
}

void onnx_session_close(onnx_session *session) {
    const onnx_runtime *runtime = session->runtime;
    if (session->session) CALL(runtime, slot_release_session, void, (void *))(session->session);
    if (session->memory) CALL(runtime, slot_release_memory_info, void, (void *))(session->memory);
    free(session);
}

/// The number of a tensor's elements and their type; -1 where they are not to be had.
static int64_t elements(
    const onnx_runtime *runtime, void *value, int32_t *type, char *message, size_t capacity) {
    void *shape = NULL;
    size_t rank = 0;
    int64_t sides[most_dimensions];
    int64_t count = -1;
    status found = CALL(runtime, slot_shape_of_value, status, (void *, void **))(value, &shape);
    if (!succeeded(runtime, found, message, capacity)) return -1;
    if (succeeded(
            runtime, CALL(runtime, slot_element_type, status, (void *, int32_t *))(shape, type), message, capacity)
        && succeeded(runtime, CALL(runtime, slot_rank, status, (void *, size_t *))(shape, &rank), message, capacity)) {
        if (rank > most_dimensions) {
            snprintf(message, capacity, "the output has %zu dimensions", rank);
        } else if (succeeded(
                       runtime,
                       CALL(runtime, slot_dimensions, status, (void *, int64_t *, size_t))(shape, sides, rank),
                       message, capacity)) {
            count = 1;
            for (size_t i = 0; i < rank; i++) count *= sides[i];
        }
    }
    CALL(runtime, slot_release_shape, void, (void *))(shape);
    return count;
}

/// Copies the numbers of an output.
static int64_t copy(
    const onnx_runtime *runtime, void *value, float *result, size_t capacity, char *message, size_t room) {
    int32_t type = 0;
    void *data = NULL;
    int64_t count = elements(runtime, value, &type, message, room);
    if (count < 0) return -1;
    if (type != type_float && type != type_double) {
        snprintf(message, room, "the output holds numbers of ONNX's type %d, not floats", type);
        return -1;
    }
    status found = CALL(runtime, slot_tensor_data, status, (void *, void **))(value, &data);
    if (!succeeded(runtime, found, message, room)) return -1;
    for (size_t i = 0; i < capacity && i < (size_t)count; i++) {
        result[i] = type == type_float ? ((const float *)data)[i] : (float)((const double *)data)[i];
    }
    return count;
}

int64_t onnx_session_run(
    const onnx_session *session, const onnx_tensor *inputs, size_t count, const char *name, float *result,
    size_t capacity, char *message, size_t message_capacity) {
    const onnx_runtime *runtime = session->runtime;
    void *values[most_inputs] = {NULL};
    const char *names[most_inputs];
    void *output = NULL;
    int64_t found = -1;
    if (count > most_inputs) {
        snprintf(message, message_capacity, "the model has %zu inputs", count);
        return -1;
    }
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        names[i] = inputs[i].name;
        good = succeeded(
            runtime,
            CALL(
                runtime, slot_tensor_over_memory, status,
                (void *, void *, size_t, const int64_t *, size_t, int32_t, void **))(
                session->memory, inputs[i].bytes, inputs[i].size, inputs[i].dimensions, inputs[i].rank,
                inputs[i].type, &values[i]),
            message, message_capacity);
    }
    if (good) {
        status ran = CALL(
            runtime, slot_run, status,
            (void *, const void *, const char *const *, void *const *, size_t, const char *const *, size_t, void **))(
            session->session, NULL, names, values, count, &name, 1, &output);
        if (succeeded(runtime, ran, message, message_capacity)) {
            found = copy(runtime, output, result, capacity, message, message_capacity);
        }
    }
    if (output) CALL(runtime, slot_release_value, void, (void *))(output);
    for (size_t i = 0; i < count; i++) {
        if (values[i]) CALL(runtime, slot_release_value, void, (void *))(values[i]);
    }
    return found;
}
