#include "rooms/training.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rooms/rooms.h"

static const char *const names[] = {"Mary Holt",   "Sam Okafor",  "Ines Duarte", "Tom Whitlock",
                                    "Priya Anand", "Joan Ferris", "Leo Marsh",   "Ruth Calder"};
enum { NAMES = sizeof names / sizeof *names };

static const char *const moments[] = {"A head objects to sharing names", "Nobody wants to go first",
                                      "Somebody argues about every figure"};
enum { MOMENTS = sizeof moments / sizeof *moments };

/* Texts of as many visible characters as there may be. */
static void fill(char *to, size_t size, size_t visible, const char *text, bool is_long)
{
    static const char tail[] = " and there is more to say about it than anybody wants to hear";
    size_t used = (size_t)snprintf(to, size, "%s", text);
    while (is_long && used < visible) {
        size_t left = visible - used, part = left < sizeof tail - 1 ? left : sizeof tail - 1;
        memcpy(to + used, tail, part);
        used += part;
        to[used] = '\0';
    }
    while (used > 0 && to[used - 1] == ' ')
        to[--used] = '\0';
}

static void add_role(struct model *model, int i, bool is_long)
{
    struct command command = {.kind = COMMAND_ADD_CHARACTER};
    struct character_content *content = &command.change.character.content;
    char name[NAME_SIZE];
    snprintf(name, sizeof name, i < NAMES ? "%s" : "%s %d", names[i % NAMES], i / NAMES + 1);
    content->school = (school_id)(i % model->school_count + 1);
    fill(content->name, NAME_SIZE, NAME_VISIBLE, name, is_long);
    fill(content->who, NOTE_SIZE, NOTE_VISIBLE,
         "Head for eleven years. You have seen three clusters come and go.", is_long);
    fill(content->wants, NOTE_SIZE, NOTE_VISIBLE,
         "That the money is shared by need, not by who asks first.", is_long);
    fill(content->unsaid, NOTE_SIZE, NOTE_VISIBLE,
         "Your after-school club will close at Easter unless this works.", is_long);
    rooms_obey(model, &command, 0);
}

void rooms_training(struct model *model, int roles, bool is_long)
{
    model->training = true;
    for (int i = 0; i < roles && model->school_count; i++)
        add_role(model, i, is_long);
    for (int i = 0; roles && i < (is_long ? MOMENTS_MAX : MOMENTS); i++) {
        struct command command = {.kind = COMMAND_ADD_MOMENT};
        fill(command.change.moment.title, TITLE_SIZE, TITLE_VISIBLE, moments[i % MOMENTS], is_long);
        rooms_obey(model, &command, 0);
    }
    if (!model->conducting.pace)
        model->conducting.pace = 1;
}

void rooms_play(struct model *model, character_id character, seat_id seat, bool scripted)
{
    struct command command = {.kind = COMMAND_PLAY};
    command.change.play = (struct play_change){
        .character = character, .on = true, .scripted = scripted, .seat = seat};
    rooms_obey(model, &command, 0);
}
