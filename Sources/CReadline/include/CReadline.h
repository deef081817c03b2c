/// The C side of `CReadline`: GNU readline.
#ifndef DERMAUDIT_CReadline_H
#define DERMAUDIT_CReadline_H

#if !__has_include(<readline/readline.h>)
#error "readline/readline.h is missing: run 'make deps', or install Debian's libreadline-dev"
#endif

#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

#endif
