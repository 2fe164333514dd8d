/* Writes a sheet into a folder, to be looked at by people: sheet_example FOLDER */

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "report/sheet.h"
#include "rooms/rooms.h"

int main(int count, char **argument)
{
    char path[REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    struct room *room;
    if (room_create(&room) != ERROR_OK)
        return EXIT_FAILURE;
    rooms_example(room, (struct audience){.kind = AUDIENCE_FACILITATOR},
                  &(struct rooms_spec){.schools = 10, .ratings = ROOMS_MOST});
    text_copy(room->talks[2][1].agreed.note, NOTE_SIZE,
              "The plan says little of it, and only the two of us know what is meant.");
    room->actions[1] = (struct action_item){.school = 1, .condition = 2, .months = 6};
    text_copy(room->actions[1].text, NOTE_SIZE,
              "Name extended services in the improvement plan, with who looks after what");
    room->actions[2] = (struct action_item){.school = 1, .condition = 4};
    text_copy(room->actions[2].text, NOTE_SIZE, "Ask the other heads who could share the cost");
    enum error e = report_sheet(path, count > 1 ? argument[1] : ".", room, 1,
                                INT64_C(1795305600000), &trouble);
    puts(e == ERROR_OK ? path : trouble.text);
    room_destroy(&room);
    return e == ERROR_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
