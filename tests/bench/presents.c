#include "bench/presents.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>

/* In the place of SDL's own, which is called from here: see presents.h. */

typedef int update(SDL_Window *window, const SDL_Rect *boxes, int count);

static struct presents *presents_open(void)
{
    const char *path = getenv("BENCH_PRESENTS");
    int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *at = fd < 0
                   ? MAP_FAILED
                   : mmap(NULL, sizeof(struct presents), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd >= 0)
        close(fd);
    return at == MAP_FAILED ? NULL : at;
}

int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *boxes, int count)
{
    static struct presents *told;
    static update *own;
    if (!own) {
        own = (update *)dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
        told = presents_open();
    }
    int result = own(window, boxes, count);
    if (!told)
        return result;
    if (told->first_ns == 0) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        told->first_ns = now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
    }
    atomic_fetch_add(&told->count, 1);
    return result;
}
