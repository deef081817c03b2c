/// The C side of `CReadline`: GNU readline, whose state is global, behind four calls.
#ifndef DERMAUDIT_CReadline_H
#define DERMAUDIT_CReadline_H

#if !__has_include(<readline/readline.h>)
#error "readline/readline.h is missing: run 'make deps', or install Debian's libreadline-dev"
#endif

#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

/// Offers completions: a NULL-terminated array made by malloc, of strings made by malloc, whose first is what replaces
/// the bytes start..<end of the line; NULL for none. `context` is what was given to dermaudit_readline_start.
typedef char **(*dermaudit_completer)(void *context, const char *line, int start, int end);

/// Prepares readline for the program `name`: its own completion, and Ctrl-C as a key that abandons the line.
void dermaudit_readline_start(const char *name, dermaudit_completer completer, void *context);

/// Forgets completer and context.
void dermaudit_readline_stop(void);

/// Reads one line, made by malloc; NULL at the end of input. `*cancelled` becomes 1 when Ctrl-C abandoned the line.
char *dermaudit_readline_read(const char *prompt, int *cancelled);

/// Makes readline put no space behind the next completion, as after `(`.
void dermaudit_readline_suppress_space(void);

#endif
