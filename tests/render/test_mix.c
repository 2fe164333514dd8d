#include "testing.h"

#include <SDL.h>

#include "render/mix.h"

/* Two surfaces, one brought to the other: where, how far, and what is said to have changed. */

enum { WIDTH = 203, HEIGHT = 101, OLD = 40, NEW = 200 };

struct pair {
    SDL_Surface *shown, *drawn;
    struct mix *mix;
};

static SDL_Surface *surface(uint32_t format, uint8_t grey)
{
    SDL_Surface *s =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, SDL_BITSPERPIXEL(format), format);
    assert_non_null(s);
    SDL_FillRect(s, NULL, SDL_MapRGB(s->format, grey, grey, grey));
    return s;
}

static struct pair pair_of(uint32_t format)
{
    struct pair pair = {surface(format, OLD), surface(format, OLD), mix_create(WIDTH, HEIGHT)};
    assert_non_null(pair.mix);
    return pair;
}

static void let_go(struct pair *pair)
{
    SDL_FreeSurface(pair->shown);
    SDL_FreeSurface(pair->drawn);
    mix_destroy(&pair->mix);
}

static void draw(struct pair *pair, SDL_Rect box)
{
    SDL_FillRect(pair->drawn, &box, SDL_MapRGB(pair->drawn->format, NEW, NEW, NEW));
    mix_mark(pair->mix, &box);
}

static uint8_t grey_at(const SDL_Surface *s, int x, int y)
{
    const uint8_t *at =
        (const uint8_t *)s->pixels + y * s->pitch + (ptrdiff_t)x * s->format->BytesPerPixel;
    uint32_t pixel = 0;
    uint8_t red, green, blue;
    memcpy(&pixel, at, s->format->BytesPerPixel);
    SDL_GetRGB(pixel, s->format, &red, &green, &blue);
    return green;
}

static bool within(const SDL_Rect *boxes, int count, int x, int y)
{
    for (int i = 0; i < count; i++)
        if (SDL_PointInRect(&(SDL_Point){x, y}, &boxes[i]))
            return true;
    return false;
}

/* Takes a step; every pixel of the box is then `grey`, every other one as it was, and whatever
 * changed is said to have. */
static void assert_step(struct pair *pair, unsigned keep, SDL_Rect box, uint8_t grey)
{
    int count;
    const SDL_Rect *changed = mix_step(pair->mix, pair->shown, pair->drawn, keep, &count);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            bool in = SDL_PointInRect(&(SDL_Point){x, y}, &box);
            assert_in_range(grey_at(pair->shown, x, y), (in ? grey : OLD) - 1,
                            (in ? grey : OLD) + 1);
            assert_true(!in || within(changed, count, x, y));
        }
}

static int step_count(struct pair *pair, unsigned keep)
{
    int count;
    mix_step(pair->mix, pair->shown, pair->drawn, keep, &count);
    return count;
}

static void what_was_drawn_comes_at_once_or_little_by_little(void **state)
{
    static const SDL_Rect boxes[] = {
        {0, 0, WIDTH, HEIGHT}, {70, 20, 1, 1}, {60, 10, 143, 91}, {190, 90, 13, 11}};
    (void)state;
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        struct pair pair = pair_of(SDL_PIXELFORMAT_RGB888);
        draw(&pair, boxes[i]);
        assert_step(&pair, MIX_ALL / 2, boxes[i], (OLD + NEW) / 2);
        assert_step(&pair, MIX_ALL / 2, boxes[i], (OLD + 3 * NEW) / 4);
        assert_step(&pair, 0, boxes[i], NEW);
        assert_int_equal(step_count(&pair, 0), 0); /* it is there */
        let_go(&pair);
    }
}

/* Drawn again but the same: nothing to send to a screen. */
static void what_is_the_same_has_not_changed(void **state)
{
    struct pair pair = pair_of(SDL_PIXELFORMAT_RGB888);
    (void)state;
    mix_mark(pair.mix, &(SDL_Rect){0, 0, WIDTH, HEIGHT});
    assert_int_equal(step_count(&pair, MIX_ALL / 2), 0);
    mix_mark(pair.mix, &(SDL_Rect){-50, -50, 20, 20}); /* not in the picture at all */
    assert_int_equal(step_count(&pair, 0), 0);
    let_go(&pair);
}

/* Only what is marked is looked at. */
static void what_is_not_marked_is_left_alone(void **state)
{
    struct pair pair = pair_of(SDL_PIXELFORMAT_RGB888);
    (void)state;
    SDL_FillRect(pair.drawn, NULL, SDL_MapRGB(pair.drawn->format, NEW, NEW, NEW));
    assert_int_equal(step_count(&pair, 0), 0);
    assert_int_equal(grey_at(pair.shown, 60, 30), OLD);
    let_go(&pair);
}

/* A screen of few colours: bytes are no channels there. */
static void few_colours_are_not_mixed(void **state)
{
    struct pair pair = pair_of(SDL_PIXELFORMAT_RGB565);
    SDL_Rect box = {10, 10, 100, 50};
    int count;
    (void)state;
    draw(&pair, box);
    mix_step(pair.mix, pair.shown, pair.drawn, MIX_ALL / 2, &count);
    assert_int_equal(grey_at(pair.shown, 60, 30), grey_at(pair.drawn, 60, 30));
    assert_int_equal(step_count(&pair, MIX_ALL / 2), 0);
    let_go(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_drawn_comes_at_once_or_little_by_little),
        cmocka_unit_test(what_is_the_same_has_not_changed),
        cmocka_unit_test(what_is_not_marked_is_left_alone),
        cmocka_unit_test(few_colours_are_not_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
