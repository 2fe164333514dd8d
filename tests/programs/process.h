#ifndef PLENARY_TESTS_PROGRAMS_PROCESS_H
#define PLENARY_TESTS_PROGRAMS_PROCESS_H

/* Real programs as a test drives them: started with a command line, spoken to in lines, listened to
 * in lines. Everything a program says is kept, so that a test can ask what it has said so far.
 * Waiting is always for a condition, with a generous limit; while one program is waited for, all
 * are listened to, so that none is stopped by a full pipe. */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PROCESSES_MAX = 64, PATIENCE_MS = 60000 };

struct process {
    const char *name;
    pid_t pid;
    int in, out; /* our ends; -1: closed */
    char *heard; /* everything it has said */
    size_t length, capacity;
    size_t seen; /* how far process_expect has read */
};

/* Starts a program in a process struct that is zero, or was used for one that has ended;
 * `arguments` ends with NULL. Its standard error is ours. What was heard is the caller's to free.
 */
void process_start(struct process *process, const char *name, const char *const *arguments);

/* Sends it a line (printf's format, without the line break). */
void process_say(struct process *process, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Takes in what all running programs have said, waiting up to `ms` for something. */
void process_listen(int ms);

/* The next line that contains `text`, after the last one expected; waits for it. The lines passed
 * over are not looked at again. Fails the test when it does not come. Borrowed until more is heard;
 * ends with a line break. */
const char *process_expect(struct process *process, const char *text);

/* Says a line to a client in text form and waits until the kiosk has saved what it asks for. Fails
 * the test when that is refused, not understood or warned of. */
void process_ask(struct process *process, const char *line);

/* True when a line containing `text` has been said at or after byte `from`. */
bool process_has_said(const struct process *process, size_t from, const char *text);

/* Copies the value of `key=` in a line, without quotes, into `to[size]`. */
bool process_value(char *to, size_t size, const char *line, const char *key);

/* Kills with that signal and waits; returns the exit status, or 128 + signal. */
int process_kill(struct process *process, int signal_number);

/* Closes its standard input and waits for it to end by itself. */
int process_finish(struct process *process);

/* Kills whatever still runs: after a test has failed. */
void process_kill_all(void);

#endif
