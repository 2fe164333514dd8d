/* bench-window WIDTH HEIGHT: the floor of what a program with a window costs. It opens one, clears
 * and presents it once; then it waits as the kiosk does, its window
 * for events, a second at a time, and a thread beside it for datagrams, a tenth of a second at a
 * time. */

#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

#include <SDL.h>

enum { EVENT_MS = 1000, DATAGRAM_MS = 100 };

static void *wait_for_datagrams(void *socket)
{
    for (;;)
        poll(&(struct pollfd){.fd = *(int *)socket, .events = POLLIN}, 1, DATAGRAM_MS);
    return NULL;
}

static SDL_Window *open_window(int width, int height)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0
               ? SDL_CreateWindow("floor", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width,
                                  height, SDL_WINDOW_RESIZABLE)
               : NULL;
}

int main(int count, char **arguments)
{
    int datagrams = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    pthread_t thread;
    SDL_Window *window = count == 3 ? open_window(atoi(arguments[1]), atoi(arguments[2])) : NULL;
    SDL_Surface *surface = window ? SDL_GetWindowSurface(window) : NULL;
    if (!surface || pthread_create(&thread, NULL, wait_for_datagrams, &datagrams) != 0) {
        fprintf(stderr, "bench-window: %s\n", SDL_GetError());
        return 1;
    }
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 250, 248, 244));
    SDL_UpdateWindowSurfaceRects(window, &(SDL_Rect){0, 0, surface->w, surface->h}, 1);
    for (SDL_Event event = {0}; event.type != SDL_QUIT;)
        SDL_WaitEventTimeout(&event, EVENT_MS);
    return 0;
}
