/// The C side of `CJPEG`: JPEG reading with libjpeg-turbo.
///
/// libjpeg reports an error by calling a function that must not return; here it jumps back into the shim, so no jump
/// crosses a Swift frame. Every function returns 0 on failure, with a message in the reader.
#ifndef DERMAUDIT_CJPEG_H
#define DERMAUDIT_CJPEG_H

#if !__has_include(<jpeglib.h>)
#error "jpeglib.h is missing: run 'make deps', or install Debian's libjpeg-dev"
#endif

#include <stddef.h>
#include <stdint.h>

/// A JPEG stream in memory that is being read. The bytes must outlive it.
typedef struct cjpeg_reader cjpeg_reader;

/// What the header of a JPEG declares.
typedef struct {
    uint32_t width;
    uint32_t height;
    /// Colour components: 1 gray, 3 YCbCr or RGB, 4 CMYK.
    int components;
} cjpeg_header;

/// A reader of `count` bytes; null when memory is short.
cjpeg_reader *cjpeg_reader_create(const uint8_t *bytes, size_t count);

/// Frees the reader and all it holds.
void cjpeg_reader_destroy(cjpeg_reader *reader);

/// Reads everything before the first scan.
int cjpeg_reader_header(cjpeg_reader *reader, cjpeg_header *header);

/// Decodes to 8-bit RGB in `pixels` of `count` = 3 * width * height bytes, with fancy upsampling; the integer DCT is the
/// library's accurate one, or where `fast` is not 0 its fast one. The stored orientation is kept. Damaged or missing data is
/// a failure, not a warning.
int cjpeg_reader_pixels(cjpeg_reader *reader, uint8_t *pixels, size_t count, int fast);

/// The message of the last failure.
const char *cjpeg_reader_message(const cjpeg_reader *reader);

/// How many bytes were consumed: where a failure happened.
size_t cjpeg_reader_offset(const cjpeg_reader *reader);

#endif
