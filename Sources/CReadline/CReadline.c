#include "CReadline.h"
#include <termios.h>
#include <unistd.h>

static dermaudit_completer current_completer;
static void *current_context;
static int line_cancelled;

static char **complete(const char *text, int start, int end) {
    (void)text;
    rl_attempted_completion_over = 1; // never fall back to names of files
    rl_completion_append_character = ' ';
    return current_completer ? current_completer(current_context, rl_line_buffer, start, end) : NULL;
}

static int cancel_line(int count, int key) {
    (void)count;
    (void)key;
    line_cancelled = 1;
    rl_done = 1;
    return 0;
}

/// While a line is edited, Ctrl-C is a key and not a signal; while a statement runs, it is a signal again.
static void prepare_terminal(int meta) {
    rl_prep_terminal(meta);
    struct termios settings;
    int terminal = fileno(rl_instream ? rl_instream : stdin);
    if (tcgetattr(terminal, &settings) == 0) {
        settings.c_lflag &= ~(tcflag_t)ISIG;
        tcsetattr(terminal, TCSADRAIN, &settings);
    }
}

void dermaudit_readline_start(const char *name, dermaudit_completer completer, void *context) {
    current_completer = completer;
    current_context = context;
    rl_readline_name = name;
    rl_basic_word_break_characters = " \t\n,;()[]{}=<>+-*/\"";
    rl_completer_quote_characters = "";
    rl_attempted_completion_function = complete;
    rl_prep_term_function = prepare_terminal;
    rl_initialize();
    rl_bind_key(3, cancel_line);
}

void dermaudit_readline_stop(void) {
    current_completer = NULL;
    current_context = NULL;
}

char *dermaudit_readline_read(const char *prompt, int *cancelled) {
    line_cancelled = 0;
    char *line = readline(prompt);
    *cancelled = line_cancelled;
    return line;
}

void dermaudit_readline_suppress_space(void) {
    rl_completion_append_character = '\0';
}
