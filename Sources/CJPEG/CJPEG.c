#include "CJPEG.h"

#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/// More scans than any encoder writes, and more work for a file's size: a scan of all pixels may be a few bytes long, and a
/// hostile progressive file could otherwise keep the decoder busy for hours.
enum { most_scans = 200, scanned_freely = 256 * 1000 * 1000, scanned_for_a_byte = 64 };

struct cjpeg_reader {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf jump;
    size_t count;
    int created;
    char message[JMSG_LENGTH_MAX];
};

static void fail(j_common_ptr jpeg) {
    cjpeg_reader *reader = jpeg->client_data;
    jpeg->err->format_message(jpeg, reader->message);
    longjmp(reader->jump, 1);
}

/// Warnings about superfluous or unusual, but complete, data are let pass; all others mean that pixels are missing or wrong.
static void judge_warning(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    switch (jpeg->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_TOO_MUCH_DATA:
        return;
    default:
        fail(jpeg);
    }
}

static void no_output(j_common_ptr jpeg) { (void)jpeg; }

static void limit_scans(j_common_ptr jpeg) {
    cjpeg_reader *reader = jpeg->client_data;
    int scans = reader->jpeg.input_scan_number;
    uint64_t scanned = (uint64_t)scans * reader->jpeg.image_width * reader->jpeg.image_height;
    if (scans <= most_scans && scanned <= scanned_freely + (uint64_t)scanned_for_a_byte * reader->count) return;
    snprintf(reader->message, sizeof reader->message, "%d scans or more, which no camera writes", scans);
    longjmp(reader->jump, 1);
}

cjpeg_reader *cjpeg_reader_create(const uint8_t *bytes, size_t count) {
    cjpeg_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->count = count;
    reader->jpeg.err = jpeg_std_error(&reader->errors);
    reader->jpeg.client_data = reader;
    reader->errors.error_exit = fail;
    reader->errors.emit_message = judge_warning;
    reader->errors.output_message = no_output;
    reader->progress.progress_monitor = limit_scans;
    if (setjmp(reader->jump)) {
        cjpeg_reader_destroy(reader);
        return NULL;
    }
    jpeg_create_decompress(&reader->jpeg);
    reader->created = 1;
    reader->jpeg.progress = &reader->progress;
    jpeg_mem_src(&reader->jpeg, bytes, count);
    return reader;
}

void cjpeg_reader_destroy(cjpeg_reader *reader) {
    if (!reader) return;
    if (reader->created) jpeg_destroy_decompress(&reader->jpeg);
    free(reader);
}

int cjpeg_reader_header(cjpeg_reader *reader, cjpeg_header *header) {
    if (setjmp(reader->jump)) return 0;
    jpeg_read_header(&reader->jpeg, TRUE);
    header->width = reader->jpeg.image_width;
    header->height = reader->jpeg.image_height;
    header->components = reader->jpeg.num_components;
    return 1;
}

int cjpeg_reader_pixels(cjpeg_reader *reader, uint8_t *pixels, size_t count, int fast) {
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (setjmp(reader->jump)) return 0;
    jpeg->out_color_space = JCS_RGB;
    jpeg->dct_method = fast ? JDCT_IFAST : JDCT_ISLOW;
    jpeg_start_decompress(jpeg);
    size_t row = (size_t)3 * jpeg->output_width;
    if (jpeg->output_components != 3 || count != row * jpeg->output_height) {
        snprintf(reader->message, sizeof reader->message, "the rows do not come out as 8-bit RGB");
        return 0;
    }
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW line = pixels + row * jpeg->output_scanline;
        jpeg_read_scanlines(jpeg, &line, 1);
    }
    jpeg_finish_decompress(jpeg);
    return 1;
}

const char *cjpeg_reader_message(const cjpeg_reader *reader) { return reader->message; }

size_t cjpeg_reader_offset(const cjpeg_reader *reader) {
    return reader->jpeg.src ? reader->count - reader->jpeg.src->bytes_in_buffer : 0;
}
