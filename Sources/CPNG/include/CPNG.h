/// The C side of `CPNG`: PNG reading and writing with libpng.
///
/// libpng reports an error by `longjmp`, which must never cross a Swift frame: every function here that calls libpng
/// sets its own jump target and returns 0 on failure, with a message in the reader or writer.
#ifndef DERMAUDIT_CPNG_H
#define DERMAUDIT_CPNG_H

#if !__has_include(<png.h>)
#error "png.h is missing: run 'make deps', or install Debian's libpng-dev"
#endif

#include <stddef.h>
#include <stdint.h>

/// A PNG stream in memory that is being read. The bytes must outlive it.
typedef struct cpng_reader cpng_reader;

/// What the header of a PNG declares.
typedef struct {
    uint32_t width;
    uint32_t height;
    /// Bits of a sample: 1, 2, 4, 8 or 16.
    int depth;
    /// Samples of a stored pixel, 1...4.
    int channels;
} cpng_header;

/// A reader of `count` bytes; null when memory is short.
cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count);

/// Frees the reader and all it holds.
void cpng_reader_destroy(cpng_reader *reader);

/// Reads everything before the pixels. Chunks with a wrong checksum are errors, ancillary ones too.
int cpng_reader_header(cpng_reader *reader, cpng_header *header);

/// Reads all rows as 8-bit RGB into `pixels` of `count` = 3 * width * height bytes, then the chunks after them.
/// 16 bits are cut to the high byte, palettes and grays of any depth are expanded. `background` is the level that shines
/// through where a pixel is not opaque, 0...255, rounded to the nearest; below 0 alpha is dropped.
int cpng_reader_pixels(cpng_reader *reader, uint8_t *pixels, size_t count, int background);

/// The number of text chunks read so far.
int cpng_reader_text_count(cpng_reader *reader);

/// Text chunk `index`: null-terminated keyword and text, owned by the reader; `*international` tells UTF-8 (iTXt)
/// from Latin-1.
void cpng_reader_text(cpng_reader *reader, int index, const char **key, const char **text, int *international);

/// The message of the last failure.
const char *cpng_reader_message(const cpng_reader *reader);

/// How many bytes were consumed: where a failure happened.
size_t cpng_reader_offset(const cpng_reader *reader);

/// One text chunk to write; both strings null-terminated.
typedef struct {
    const char *key;
    const char *text;
    /// 1: the text is UTF-8 and written as iTXt; 0: it is ASCII and written as tEXt.
    int international;
} cpng_text;

/// Encodes 8-bit RGB pixels, 3 * width * height bytes, with `text_count` text chunks before them. The result is to be
/// freed with `free`. On failure returns 0 and writes up to `message_size` bytes of a message.
int cpng_write(const uint8_t *pixels, uint32_t width, uint32_t height, const cpng_text *text, int text_count,
               uint8_t **result, size_t *result_count, char *message, size_t message_size);

#endif
