#include "CBLAS.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { row_major = 101, no_transpose = 111, transpose = 112 };

typedef void (*sgemm_function)(
    int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);

struct openblas_library {
    void *handle;
    sgemm_function sgemm;
    char *(*core_name)(void);
    char *(*configuration)(void);
};

processor_features processor_features_of_this_machine(void) {
    processor_features features = {false, false, false, false};
#if defined(__x86_64__)
    __builtin_cpu_init();
    features.x86 = true;
    features.avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    features.avx512 = features.avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl");
    features.amd = __builtin_cpu_is("amd");
#endif
    return features;
}

/// Sets or clears a variable of the environment.
static void put(const char *name, const char *value) {
    if (value) {
        setenv(name, value, 1);
    } else {
        unsetenv(name);
    }
}

/// `dlopen` with two variables of the environment set meanwhile; both get their old values back.
static void *open_with(const char *name, const char *core_type) {
    const char *variables[2] = {"OPENBLAS_CORETYPE", "OPENBLAS_NUM_THREADS"};
    const char *values[2] = {core_type ? core_type : getenv("OPENBLAS_CORETYPE"), "1"};
    char *old[2];
    for (int i = 0; i < 2; i++) {
        const char *value = getenv(variables[i]);
        old[i] = value ? strdup(value) : NULL;
    }
    for (int i = 0; i < 2; i++) put(variables[i], values[i]);
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    for (int i = 0; i < 2; i++) {
        put(variables[i], old[i]);
        free(old[i]);
    }
    return handle;
}

openblas_library *openblas_open(const char *name, const char *core_type, char *message, size_t capacity) {
    void *handle = open_with(name, core_type);
    if (!handle) {
        const char *reason = dlerror();
        snprintf(message, capacity, "%s", reason ? reason : "the dynamic linker gives no reason");
        return NULL;
    }
    void (*set_threads)(int) = (void (*)(int))dlsym(handle, "openblas_set_num_threads");
    openblas_library found = {
        handle, (sgemm_function)dlsym(handle, "cblas_sgemm"), (char *(*)(void))dlsym(handle, "openblas_get_corename"),
        (char *(*)(void))dlsym(handle, "openblas_get_config")};
    openblas_library *library = malloc(sizeof *library);
    if (!set_threads || !found.sgemm || !found.core_name || !found.configuration || !library) {
        snprintf(message, capacity, "%s lacks a function of OpenBLAS", name);
        free(library);
        dlclose(handle);
        return NULL;
    }
    set_threads(1);
    *library = found;
    return library;
}

void openblas_close(openblas_library *library) {
    dlclose(library->handle);
    free(library);
}

const char *openblas_core_name(const openblas_library *library) { return library->core_name(); }

const char *openblas_configuration(const openblas_library *library) { return library->configuration(); }

void openblas_product(
    const openblas_library *library, bool transpose_a, bool transpose_b, int m, int n, int k, float alpha,
    const float *a, int lda, const float *b, int ldb, float beta, float *c, int ldc) {
    library->sgemm(
        row_major, transpose_a ? transpose : no_transpose, transpose_b ? transpose : no_transpose, m, n, k, alpha, a,
        lda, b, ldb, beta, c, ldc);
}
