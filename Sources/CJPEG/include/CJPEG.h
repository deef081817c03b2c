/// The C side of `CJPEG`: JPEG reading with libjpeg-turbo.
#ifndef DERMAUDIT_CJPEG_H
#define DERMAUDIT_CJPEG_H

#if !__has_include(<jpeglib.h>)
#error "jpeglib.h is missing: run 'make deps', or install Debian's libjpeg-dev"
#endif

#include <stddef.h>
#include <stdio.h>

#endif
