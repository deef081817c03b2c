#include "CZlib.h"

#include <zlib.h>

enum { largest_step = 1 << 30 };

static uInt step(size_t count) { return count < largest_step ? (uInt)count : (uInt)largest_step; }

int czlib_inflate(const uint8_t *bytes, size_t count, uint8_t *result, size_t result_count,
                  enum czlib_wrapping wrapping, int whole) {
    z_stream stream = {0};
    uint8_t spare = 0;
    size_t read = 0, written = 0;
    int status = Z_OK;
    if (inflateInit2(&stream, wrapping == czlib_raw ? -MAX_WBITS : MAX_WBITS) != Z_OK) return 0;
    while (status == Z_OK && (written < result_count || whole)) {
        /* Past the end of the result, one spare byte tells a stream that ends from one that goes on. */
        int is_past = written == result_count;
        uInt input = step(count - read), output = is_past ? 1 : step(result_count - written);
        stream.next_in = (Bytef *)(bytes + read);
        stream.avail_in = input;
        stream.next_out = is_past ? &spare : result + written;
        stream.avail_out = output;
        status = inflate(&stream, Z_NO_FLUSH);
        size_t more_read = input - stream.avail_in, more = output - stream.avail_out;
        read += more_read;
        if (is_past && more > 0) break;
        if (!is_past) written += more;
        if (more_read == 0 && more == 0) break;
    }
    inflateEnd(&stream);
    return written == result_count && (!whole || status == Z_STREAM_END);
}

uint32_t czlib_crc32(const uint8_t *bytes, size_t count) {
    uLong sum = crc32(0L, Z_NULL, 0);
    for (size_t done = 0; done < count;) {
        uInt length = step(count - done);
        sum = crc32(sum, bytes + done, length);
        done += length;
    }
    return (uint32_t)sum;
}
