#include "programs/process.h"

#include "testing.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The programs now running, so that all can be listened to. */
static struct process *running[PROCESSES_MAX];

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static void remember(struct process *process)
{
    for (int i = 0; i < PROCESSES_MAX; i++)
        if (!running[i]) {
            running[i] = process;
            return;
        }
    fail_msg("too many programs at once");
}

static void forget(struct process *process)
{
    for (int i = 0; i < PROCESSES_MAX; i++)
        if (running[i] == process)
            running[i] = NULL;
}

void process_start(struct process *process, const char *name, const char *const *arguments)
{
    int in[2], out[2];
    posix_spawn_file_actions_t actions;
    extern char **environ;
    free(process->heard);
    memset(process, 0, sizeof *process);
    process->name = name;
    assert_int_equal(pipe2(in, O_CLOEXEC), 0);
    assert_int_equal(pipe2(out, O_CLOEXEC), 0);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    int failed =
        posix_spawn(&process->pid, arguments[0], &actions, NULL, (char **)arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    if (failed)
        fail_msg("%s: %s", arguments[0], strerror(failed));
    process->in = in[1];
    process->out = out[0];
    fcntl(process->out, F_SETFL, O_NONBLOCK);
    remember(process);
}

void process_say(struct process *process, const char *format, ...)
{
    char line[1024];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(line, sizeof line - 1, format, args);
    va_end(args);
    assert_in_range(length, 0, sizeof line - 2);
    line[length] = '\n';
    assert_int_equal(write(process->in, line, (size_t)length + 1), length + 1);
}

static void take(struct process *process)
{
    for (;;) {
        if (process->capacity - process->length < 4096) {
            process->capacity = process->capacity * 2 + 8192;
            process->heard = realloc(process->heard, process->capacity);
            assert_non_null(process->heard);
        }
        ssize_t n = read(process->out, process->heard + process->length,
                         process->capacity - process->length - 1);
        if (n <= 0) {
            if (n == 0) {
                close(process->out);
                process->out = -1;
            }
            return;
        }
        process->length += (size_t)n;
        process->heard[process->length] = '\0';
    }
}

void process_listen(int ms)
{
    struct pollfd fds[PROCESSES_MAX];
    for (int i = 0; i < PROCESSES_MAX; i++)
        fds[i] = (struct pollfd){.fd = running[i] ? running[i]->out : -1, .events = POLLIN};
    if (poll(fds, PROCESSES_MAX, ms) <= 0)
        return;
    for (int i = 0; i < PROCESSES_MAX; i++)
        if (fds[i].revents)
            take(running[i]);
}

/* The whole line at or after `from` that contains `text`; its end in *end. */
static const char *find_line(const struct process *process, size_t from, const char *text,
                             size_t *end)
{
    while (process->heard && from < process->length) {
        const char *line = process->heard + from, *stop = strchr(line, '\n');
        if (!stop)
            return NULL;
        *end = (size_t)(stop - process->heard) + 1;
        char *found = memmem(line, (size_t)(stop - line), text, strlen(text));
        if (found)
            return line;
        from = *end;
    }
    return NULL;
}

const char *process_expect(struct process *process, const char *text)
{
    long long until = now_ms() + PATIENCE_MS;
    for (;;) {
        size_t end;
        const char *line = find_line(process, process->seen, text, &end);
        if (line) {
            process->seen = end;
            return line;
        }
        if (now_ms() > until || process->out < 0) {
            process_kill_all();
            fail_msg("%s never said \"%s\"; it said:\n%s", process->name, text,
                     process->heard ? process->heard : "nothing");
        }
        process_listen(100);
    }
}

bool process_has_said(const struct process *process, size_t from, const char *text)
{
    size_t end;
    return find_line(process, from, text, &end) != NULL;
}

void process_ask(struct process *p, const char *line)
{
    size_t from = p->length;
    time_t until = time(NULL) + PATIENCE_MS / 1000;
    process_say(p, "%s", line);
    while (!process_has_said(p, from, "saved id="))
        if (time(NULL) > until || process_has_said(p, from, "refused id=") ||
            process_has_said(p, from, "unclear ") || process_has_said(p, from, "warning "))
            fail_msg("%s asked \"%s\": %s", p->name, line, p->heard + from);
        else
            process_listen(50);
}

bool process_value(char *to, size_t size, const char *line, const char *key)
{
    char wanted[64];
    size_t length = (size_t)snprintf(wanted, sizeof wanted, " %s=", key);
    const char *stop = strchr(line, '\n'),
               *at = memmem(line, (size_t)(stop - line), wanted, length);
    if (!at)
        return false;
    at += length;
    bool quoted = *at == '"';
    at += quoted;
    size_t n = strcspn(at, quoted ? "\"\n" : " \n");
    assert_true(n < size);
    memcpy(to, at, n);
    to[n] = '\0';
    return true;
}

static int reap(struct process *process)
{
    int status = 0;
    while (waitpid(process->pid, &status, 0) < 0 && errno == EINTR)
        ;
    forget(process);
    if (process->in >= 0)
        close(process->in);
    if (process->out >= 0) {
        take(process);
        if (process->out >= 0)
            close(process->out);
    }
    process->in = process->out = -1;
    process->pid = 0;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int process_kill(struct process *process, int signal_number)
{
    kill(process->pid, signal_number);
    return reap(process);
}

int process_finish(struct process *process)
{
    close(process->in);
    process->in = -1;
    long long until = now_ms() + PATIENCE_MS;
    while (process->out >= 0 && now_ms() < until)
        process_listen(100);
    if (process->out >= 0)
        kill(process->pid, SIGKILL);
    return reap(process);
}

void process_kill_all(void)
{
    for (int i = 0; i < PROCESSES_MAX; i++)
        if (running[i])
            process_kill(running[i], SIGKILL);
}
