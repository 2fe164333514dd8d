/* Cells pasted into the window of the start screen or the console, and the paths of files dropped
 * on it: what they are taken for, and what the basket then says of them. Things end in "\f"; a
 * basket takes several. */

#include "fuzz/fuzz.h"
#include "fuzz/rewind.h"
#include "presenter/gathering.h"
#include "rooms/rooms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct room *room;

void fuzz_begin(void)
{
    static const struct rooms_spec spec = {.schools = 5, .ratings = ROOMS_FEW, .named = true};
    struct room *made;
    enum error e = room_create(&made);
    assert(e == ERROR_OK);
    rooms_example(made, (struct audience){AUDIENCE_FACILITATOR, 0}, &spec);
    room = rewind_keep(made, sizeof *made);
    room_destroy(&made);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct gathering gathering;
    const struct gathering_ground ground = {.room = room, .running = true, .today = 14700};
    char *text = fuzz_text(bytes, length), *at = text;
    while (length > 0) {
        char *end = memchr(at, '\f', length);
        size_t one = end ? (size_t)(end - at) : length;
        if (end)
            *end = '\0';
        fuzz_sink += gathering_paste(&gathering, at, one);
        gathering_follow(&gathering, &ground);
        at += one + (end != NULL);
        length -= one + (end != NULL);
    }
    for (int i = 0; i < gathering.basket.question_count; i++)
        gathering.basket.questions[i].answer.chosen = i % (gathering.condition_count + 1);
    gathering_obey(&gathering, &(struct basket_outcome){.choice = BASKET_CHANGED});
    gathering_follow(&gathering, &ground);
    gathering_clear(&gathering);
    free(text);
    rewind_back(room, sizeof *room);
    return 0;
}

void fuzz_seeds(void)
{
    fuzz_seed_folder(FUZZ_SOURCE "/assets/examples", ".csv", "");
    fuzz_seed_folder(FUZZ_SOURCE "/tests/grid/files", ".csv", "");
    fuzz_seed_text("Condition\tAshby\tBirch Lane\nMoney\t5\t6\nClimate\t3\t\n");
    fuzz_seed_text("a\t1\n\fb\t2\n\f/etc/hostname");
    fuzz_seed_text("file://" FUZZ_SOURCE "/assets/examples/riverside.csv");
    fuzz_seed_text("'" FUZZ_SOURCE "/assets/examples/tool-example-grid.csv'\n");
}
