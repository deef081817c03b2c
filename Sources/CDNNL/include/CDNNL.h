/// The C side of `CDNNL`: oneDNN products and convolutions.
#ifndef DERMAUDIT_CDNNL_H
#define DERMAUDIT_CDNNL_H

#if !__has_include(<oneapi/dnnl/dnnl.h>)
#error "oneapi/dnnl/dnnl.h is missing: run 'make deps', or install Debian's libdnnl-dev"
#endif

#endif
