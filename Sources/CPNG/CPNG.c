#include "CPNG.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { message_capacity = 200 };

/// How many texts and other asides of a file are kept, and how many bytes each may have: a few compressed bytes may say
/// that they are gigabytes.
enum { most_asides = 100, largest_aside = 1 << 19 };

struct cpng_reader {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count;
    size_t offset;
    char message[message_capacity];
};

static void copy_message(char *to, size_t size, const char *message) {
    if (size == 0) return;
    strncpy(to, message, size - 1);
    to[size - 1] = 0;
}

static void ignore_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void reader_error(png_structp png, png_const_charp message) {
    cpng_reader *reader = png_get_error_ptr(png);
    copy_message(reader->message, sizeof reader->message, message);
    png_longjmp(png, 1);
}

static void read_bytes(png_structp png, png_bytep to, size_t count) {
    cpng_reader *reader = png_get_io_ptr(png);
    if (count > reader->count - reader->offset) png_error(png, "the file ends too early");
    memcpy(to, reader->bytes + reader->offset, count);
    reader->offset += count;
}

cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count) {
    cpng_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->bytes = bytes;
    reader->count = count;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, reader_error, ignore_warning);
    if (reader->png) reader->info = png_create_info_struct(reader->png);
    if (!reader->info) {
        cpng_reader_destroy(reader);
        return NULL;
    }
    return reader;
}

void cpng_reader_destroy(cpng_reader *reader) {
    if (!reader) return;
    if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader);
}

int cpng_reader_header(cpng_reader *reader, cpng_header *header) {
    png_structp png = reader->png;
    png_infop info = reader->info;
    if (setjmp(png_jmpbuf(png))) return 0;
    png_set_read_fn(png, reader, read_bytes);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_cache_max(png, most_asides);
    png_set_chunk_malloc_max(png, largest_aside);
    png_read_info(png, info);
    header->width = png_get_image_width(png, info);
    header->height = png_get_image_height(png, info);
    header->depth = png_get_bit_depth(png, info);
    header->channels = png_get_channels(png, info);
    return 1;
}

/// Asks libpng to deliver 8-bit RGB, or RGB and alpha, whatever is stored.
static void expand_to_rgb(png_structp png, png_infop info, int keep_alpha) {
    png_set_strip_16(png);
    png_set_packing(png);
    png_set_expand(png);
    png_set_gray_to_rgb(png);
    if (keep_alpha)
        png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
    else
        png_set_strip_alpha(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

/// Lays RGBA pixels on a background of one level.
static void composite(const uint8_t *rgba, uint8_t *rgb, size_t pixels, unsigned background) {
    for (size_t i = 0; i < pixels; i++) {
        unsigned alpha = rgba[4 * i + 3];
        for (size_t c = 0; c < 3; c++) {
            unsigned sum = rgba[4 * i + c] * alpha + background * (255 - alpha);
            rgb[3 * i + c] = (uint8_t)((sum + 127) / 255);
        }
    }
}

int cpng_reader_pixels(cpng_reader *reader, uint8_t *pixels, size_t count, int background) {
    png_structp png = reader->png;
    png_infop info = reader->info;
    size_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
    int keep_alpha = background >= 0;
    size_t samples = keep_alpha ? 4 : 3;
    png_bytep *volatile rows = malloc(height * sizeof *rows);
    uint8_t *volatile blended = keep_alpha ? malloc(4 * width * height) : NULL;
    if (!rows || (keep_alpha && !blended)) {
        free(rows);
        free(blended);
        copy_message(reader->message, sizeof reader->message, "out of memory");
        return 0;
    }
    for (size_t y = 0; y < height; y++) rows[y] = (keep_alpha ? blended : pixels) + samples * width * y;
    if (setjmp(png_jmpbuf(png))) {
        free(rows);
        free(blended);
        return 0;
    }
    expand_to_rgb(png, info, keep_alpha);
    if (png_get_rowbytes(png, info) != samples * width || count != 3 * width * height)
        png_error(png, "the rows do not come out as 8-bit RGB");
    png_read_image(png, rows);
    png_read_end(png, info);
    png_colorp palette = NULL;
    int entries = 0;
    if (png_get_PLTE(png, info, &palette, &entries) && png_get_palette_max(png, info) >= entries)
        png_error(png, "a pixel points outside the palette");
    if (keep_alpha) composite(blended, pixels, width * height, (unsigned)background);
    free(rows);
    free(blended);
    return 1;
}

int cpng_reader_text_count(cpng_reader *reader) {
    png_textp text = NULL;
    int count = 0;
    png_get_text(reader->png, reader->info, &text, &count);
    return count;
}

void cpng_reader_text(cpng_reader *reader, int index, const char **key, const char **text, int *international) {
    png_textp all = NULL;
    int count = 0;
    png_get_text(reader->png, reader->info, &all, &count);
    *key = all[index].key;
    *text = all[index].text ? all[index].text : "";
    *international = all[index].compression >= PNG_ITXT_COMPRESSION_NONE;
}

const char *cpng_reader_message(const cpng_reader *reader) { return reader->message; }

size_t cpng_reader_offset(const cpng_reader *reader) { return reader->offset; }

typedef struct {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    char *message;
    size_t message_size;
} cpng_writer;

static void writer_error(png_structp png, png_const_charp message) {
    cpng_writer *writer = png_get_error_ptr(png);
    copy_message(writer->message, writer->message_size, message);
    png_longjmp(png, 1);
}

static void write_bytes(png_structp png, png_bytep from, size_t count) {
    cpng_writer *writer = png_get_io_ptr(png);
    if (writer->capacity - writer->count < count) {
        size_t capacity = 2 * writer->capacity + count + 4096;
        uint8_t *bytes = realloc(writer->bytes, capacity);
        if (!bytes) png_error(png, "out of memory");
        writer->bytes = bytes;
        writer->capacity = capacity;
    }
    memcpy(writer->bytes + writer->count, from, count);
    writer->count += count;
}

static void no_flush(png_structp png) { (void)png; }

static void write_text(png_structp png, png_infop info, const cpng_text *text, int count) {
    for (int i = 0; i < count; i++) {
        png_text chunk = {0};
        chunk.compression = text[i].international ? PNG_ITXT_COMPRESSION_NONE : PNG_TEXT_COMPRESSION_NONE;
        chunk.key = (char *)text[i].key;
        chunk.text = (char *)text[i].text;
        chunk.lang = "";
        chunk.lang_key = "";
        png_set_text(png, info, &chunk, 1);
    }
}

int cpng_write(const uint8_t *pixels, uint32_t width, uint32_t height, const cpng_text *text, int text_count,
               uint8_t **result, size_t *result_count, char *message, size_t message_size) {
    cpng_writer writer = {.message = message, .message_size = message_size};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, writer_error, ignore_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_write_struct(&png, NULL);
        copy_message(message, message_size, "out of memory");
        return 0;
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        free(writer.bytes);
        return 0;
    }
    png_set_write_fn(png, &writer, write_bytes, no_flush);
    png_set_compression_level(png, 6);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_ALL_FILTERS);
    png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    write_text(png, info, text, text_count);
    png_write_info(png, info);
    for (uint32_t y = 0; y < height; y++) png_write_row(png, pixels + (size_t)3 * width * y);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    *result = writer.bytes;
    *result_count = writer.count;
    return 1;
}
