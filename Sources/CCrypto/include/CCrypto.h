/// The C side of `CCrypto`: message digests of libcrypto.
#ifndef DERMAUDIT_CCrypto_H
#define DERMAUDIT_CCrypto_H

#if !__has_include(<openssl/evp.h>)
#error "openssl/evp.h is missing: run 'make deps', or install Debian's libssl-dev"
#endif

#include <openssl/evp.h>

#endif
