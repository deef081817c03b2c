/// The C side of `CZlib`: inflating with zlib into memory of a known size.
#ifndef DERMAUDIT_CZLIB_H
#define DERMAUDIT_CZLIB_H

#if !__has_include(<zlib.h>)
#error "zlib.h is missing: run 'make deps', or install Debian's zlib1g-dev"
#endif

#include <stddef.h>
#include <stdint.h>

/// The wrapping of a deflated stream.
enum czlib_wrapping {
    /// None, as in zip archives (RFC 1951).
    czlib_raw = 0,
    /// zlib's header and checksum, as in HDF5 (RFC 1950).
    czlib_wrapped = 1,
};

/// Inflates `count` bytes into `result`, which is filled to its last byte or the call fails.
///
/// Returns 1 when `result` was filled and, if `whole`, the stream ended there; 0 when the stream is damaged, ends
/// early, or is longer. Writes nothing outside `result` and keeps no pointer.
int czlib_inflate(const uint8_t *bytes, size_t count, uint8_t *result, size_t result_count,
                  enum czlib_wrapping wrapping, int whole);

/// The CRC-32 of `count` bytes, as zip archives carry it.
uint32_t czlib_crc32(const uint8_t *bytes, size_t count);

#endif
