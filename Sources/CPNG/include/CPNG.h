/// The C side of `CPNG`: PNG reading and writing with libpng.
#ifndef DERMAUDIT_CPNG_H
#define DERMAUDIT_CPNG_H

#if !__has_include(<png.h>)
#error "png.h is missing: run 'make deps', or install Debian's libpng-dev"
#endif

#endif
