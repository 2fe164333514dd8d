#include "bench/show.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "programs/display.h"

struct show {
    struct display display;
    char folder[BENCH_PATH_SIZE];
};

enum { SETTING_SIZE = BENCH_PATH_SIZE + 32, LOOK_MS = 1, FIRST_FRAME_S = 120 };

/* Adds to what a sanitizer is told through the environment. */
static void tell_sanitizer(const char *variable, const char *option)
{
    char options[512];
    const char *given = getenv(variable);
    snprintf(options, sizeof options, "%s%s%s", given ? given : "", given ? ":" : "", option);
    bench_must(setenv(variable, options, 1) == 0, variable);
}

void show_create(struct show **out, const struct bench_scene *scene, int width, int height)
{
    struct show *show = *out = calloc(1, sizeof *show);
    bench_must(show != NULL, "no memory");
    snprintf(show->folder, sizeof show->folder, "%s", scene->folder);
    /* graphics libraries keep what they hold to the end; presents.c comes before the sanitizer */
    tell_sanitizer("LSAN_OPTIONS", "exitcode=0");
    tell_sanitizer("ASAN_OPTIONS", "verify_asan_link_order=0");
    display_need_tools();
    display_start(&show->display, "screen", width, height, show->folder);
    bench_must(setenv("DISPLAY", show->display.number, 1) == 0, "DISPLAY");
}

void show_destroy(struct show **show)
{
    process_kill_all();
    display_stop(&(*show)->display);
    free(*show);
    *show = NULL;
}

static struct presents *watch(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bench_must(fd >= 0 && ftruncate(fd, sizeof(struct presents)) == 0, path);
    void *at = mmap(NULL, sizeof(struct presents), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    bench_must(at != MAP_FAILED, path);
    close(fd);
    return at;
}

void show_start(struct show *show, struct shown *shown, const char *name,
                const char *const *arguments)
{
    char home[SETTING_SIZE], state[SETTING_SIZE], workshops[SETTING_SIZE], told[SETTING_SIZE];
    const char *all[SHOW_ARGUMENTS + 16] = {DIES_WITH_US, "/usr/bin/env",         home, state,
                                            workshops,    "LD_PRELOAD=" PRESENTS, told};
    unsigned count = 0, least = 0;
    while (all[least])
        least++;
    snprintf(home, sizeof home, "HOME=%s", show->folder);
    snprintf(state, sizeof state, "XDG_STATE_HOME=%s/state-%s", show->folder, name);
    snprintf(workshops, sizeof workshops, "PLENARY_WORKSHOPS=%s/workshops", show->folder);
    snprintf(told, sizeof told, "BENCH_PRESENTS=%s/presents-%s", show->folder, name);
    mkdir(strchr(state, '/'), 0700);
    for (; arguments[count]; count++) {
        bench_must(count < SHOW_ARGUMENTS, "too many arguments");
        all[least + count] = arguments[count];
    }
    *shown = (struct shown){.presents = watch(strchr(told, '/')), .began = bench_seconds()};
    process_start(&shown->process, name, all);
}

void show_stop(struct shown *shown)
{
    process_kill(&shown->process, SIGTERM);
    munmap(shown->presents, sizeof *shown->presents);
    free(shown->process.heard);
}

double show_first_frame(struct shown *shown)
{
    while (atomic_load(&shown->presents->count) == 0) {
        process_listen(LOOK_MS);
        bench_must(bench_seconds() - shown->began < FIRST_FRAME_S, "a program shows nothing");
    }
    return (double)shown->presents->first_ns / 1e9 - shown->began;
}

unsigned show_frames(const struct shown *shown)
{
    return (unsigned)atomic_load(&shown->presents->count);
}

double show_worked(const struct shown *shown)
{
    clockid_t clock;
    struct timespec used;
    bench_must(clock_getcpuclockid(shown->process.pid, &clock) == 0 &&
                   clock_gettime(clock, &used) == 0,
               "a program has gone");
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}
