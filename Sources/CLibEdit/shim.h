#pragma once
#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// Swift imports no variadic C function, so each use of el_wset, el_wget and history_w has a wrapper here. The wrappers
// hold no state: a static variable in a header would exist once for every object file.

/// An editing command: the handle and the key that called it; gives one of CC_….
typedef unsigned char (*wen_command)(EditLine *, wint_t);
/// The prompt, in wide characters.
typedef wchar_t *(*wen_prompt)(EditLine *);

// The names stdin, stdout and stderr are mutable globals, which Swift's concurrency checking refuses.
static inline FILE *wen_stdin(void) { return stdin; }
static inline FILE *wen_stdout(void) { return stdout; }
static inline FILE *wen_stderr(void) { return stderr; }

static inline int wen_set_client(EditLine *el, void *client) { return el_wset(el, EL_CLIENTDATA, client); }

static inline void *wen_get_client(EditLine *el) {
    void *client = NULL;
    return el_wget(el, EL_CLIENTDATA, &client) == 0 ? client : NULL;
}

/// What stands between two `escape` characters in the prompt takes no column.
static inline int wen_set_prompt(EditLine *el, wen_prompt prompt, wchar_t escape) {
    return el_wset(el, EL_PROMPT_ESC, prompt, escape);
}

static inline int wen_set_reader(EditLine *el, el_rfunc_t reader) { return el_wset(el, EL_GETCFN, reader); }

/// Signals are watched by the editor: libedit's own handler sends them on to the whole process group.
static inline int wen_ignore_signals(EditLine *el) { return el_wset(el, EL_SIGNAL, 0); }

static inline int wen_set_mode(EditLine *el, const wchar_t *mode) { return el_wset(el, EL_EDITOR, mode); }

static inline int wen_is_vi(EditLine *el) {
    const wchar_t *mode = NULL;
    return el_wget(el, EL_EDITOR, &mode) == 0 && mode != NULL && mode[0] == L'v';
}

static inline int wen_add_command(EditLine *el, const wchar_t *name, const wchar_t *help, wen_command command) {
    return el_wset(el, EL_ADDFN, name, help, command);
}

static inline int wen_bind(EditLine *el, const wchar_t *key, const wchar_t *command) {
    return el_wset(el, EL_BIND, key, command, NULL);
}

/// Binds in vi's command mode.
static inline int wen_bind_alternate(EditLine *el, const wchar_t *key, const wchar_t *command) {
    return el_wset(el, EL_BIND, L"-a", key, command, NULL);
}

/// Changes a flag of the terminal's modes while editing, such as `-isig`.
static inline int wen_set_editing_tty(EditLine *el, const wchar_t *flag) {
    return el_wset(el, EL_SETTY, L"-d", flag, NULL);
}

static inline int wen_prepare_terminal(EditLine *el, int raw) { return el_wset(el, EL_PREP_TERM, raw); }

/// Draws prompt and line again, taking the cursor to be where the prompt begins.
static inline int wen_refresh(EditLine *el) { return el_wset(el, EL_REFRESH); }

// <wchar.h> declares it to X/Open programs only, and Swift's importer is none.
int wcwidth(wchar_t);

static inline int wen_columns(wchar_t c) { return wcwidth(c); }

static inline int wen_use_history(EditLine *el, HistoryW *history) { return el_wset(el, EL_HIST, history_w, history); }

static inline int wen_history_set_size(HistoryW *history, int size) {
    HistEventW event;
    return history_w(history, &event, H_SETSIZE, size);
}

static inline int wen_history_enter(HistoryW *history, const wchar_t *text) {
    HistEventW event;
    return history_w(history, &event, H_ENTER, text);
}

static inline int wen_history_clear(HistoryW *history) {
    HistEventW event;
    return history_w(history, &event, H_CLEAR);
}
