#include "bench/presents.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>

/* In the place of SDL's own, which is called from here: see presents.h. */

typedef void present(SDL_Renderer *renderer);

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

void SDL_RenderPresent(SDL_Renderer *renderer)
{
    static struct presents *told;
    static present *own;
    if (!own) {
        own = (present *)dlsym(RTLD_NEXT, "SDL_RenderPresent");
        told = presents_open();
    }
    own(renderer);
    if (!told)
        return;
    if (told->first_ns == 0) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        told->first_ns = now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
    }
    atomic_fetch_add(&told->count, 1);
}
