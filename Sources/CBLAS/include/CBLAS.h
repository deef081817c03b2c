/// The C side of `CBLAS`: OpenBLAS, loaded at run time so that its core type can be chosen.
#ifndef DERMAUDIT_CBLAS_H
#define DERMAUDIT_CBLAS_H

#endif
