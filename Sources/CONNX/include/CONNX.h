/// The C side of ONNX Runtime, loaded at run time: the program is built and works without it.
#ifndef DERMAUDIT_CONNX_H
#define DERMAUDIT_CONNX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One loaded ONNX Runtime with its environment. Immutable once opened, so it may be used from any thread; it stays
/// loaded to the end of the process.
typedef struct onnx_runtime onnx_runtime;

/// A model that is ready to run, from any number of threads at once.
typedef struct onnx_session onnx_session;

/// What goes into a model, or comes out of it. `dimensions` has `rank` entries; `bytes` are `size` bytes, row-major,
/// which must outlive the call that they are given to. `type` is ONNX's number: 1 is float, 11 double, 7 int64.
typedef struct {
    const char *name;
    int32_t type;
    const int64_t *dimensions;
    size_t rank;
    void *bytes;
    size_t size;
} onnx_tensor;

/// Loads the library at `path`. Returns null when it is missing or is no ONNX Runtime; `message` then holds the
/// reason, cut to `capacity` bytes.
onnx_runtime *onnx_runtime_open(const char *path, char *message, size_t capacity);

/// The library's version, such as `1.22.1`; it lives as long as the process.
const char *onnx_runtime_version(const onnx_runtime *runtime);

/// Makes the model at `path` ready, on one thread a call. Returns null with the reason in `message`.
onnx_session *onnx_session_open(const onnx_runtime *runtime, const char *path, char *message, size_t capacity);

/// Lets go of a model that no call uses any more.
void onnx_session_close(onnx_session *session);

/// Runs a model and copies the first `capacity` numbers of its output `name`, which are floats or doubles, to
/// `result`.
///
/// Returns how many numbers the output has, or -1 with the reason in `message`.
int64_t onnx_session_run(
    const onnx_session *session, const onnx_tensor *inputs, size_t count, const char *name, float *result,
    size_t capacity, char *message, size_t message_capacity);

#endif
