/// The C side of `CCairo`: text and lines for figures.
#ifndef DERMAUDIT_CCairo_H
#define DERMAUDIT_CCairo_H

#if !__has_include(<cairo/cairo.h>)
#error "cairo/cairo.h is missing: run 'make deps', or install Debian's libcairo2-dev"
#endif

#include <cairo/cairo.h>

#endif
