/* Writes reports and sheets into a folder, to be looked at by people: report_example FOLDER */

#include <stdio.h>
#include <stdlib.h>

#include "report/cluster.h"
#include "report/sheet.h"
#include "report/written.h"

enum { PATH_SIZE = 4096 };

static const struct {
    const char *name;
    enum audience_kind reader;
    struct written_spec spec;
} examples[] = {
    {"named",
     AUDIENCE_SUMMARY,
     {.schools = 10, .ratings = ROOMS_MOST, .consented = true, .full = true, .reviews = 2}},
    {"unnamed",
     AUDIENCE_SUMMARY,
     {.schools = 10, .ratings = ROOMS_MOST, .full = true, .reviews = 1}},
    {"facilitator",
     AUDIENCE_FACILITATOR,
     {.schools = 28, .ratings = ROOMS_MOST, .full = true, .reviews = 3}},
    {"long",
     AUDIENCE_FACILITATOR,
     {.schools = 28, .ratings = ROOMS_MOST, .full = true, .long_names = true, .foreign = true}},
    {"three", AUDIENCE_LA, {.schools = 3, .ratings = ROOMS_AGREED, .consented = true}},
    {"many", AUDIENCE_FACILITATOR, {.schools = 100, .ratings = ROOMS_MOST}},
    {"nothing", AUDIENCE_SUMMARY, {0}},
};

int main(int count, char **argument)
{
    const char *folder = count > 1 ? argument[1] : ".";
    struct trouble trouble = {0};
    char path[PATH_SIZE];
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct room *room = written_room(&examples[i].spec, examples[i].reader, 0);
        snprintf(path, sizeof path, "%s/%s.pdf", folder, examples[i].name);
        enum error e = report_cluster(path, room, examples[i].reader, written_ms, &trouble);
        puts(e == ERROR_OK ? path : trouble.text);
        room_destroy(&room);
    }
    struct room *room = written_room(
        &(struct written_spec){.schools = 10, .ratings = ROOMS_MOST, .full = true, .reviews = 2},
        AUDIENCE_PARTICIPANTS, 4);
    enum error e = report_sheet(path, folder, room, 4, written_ms, &trouble);
    puts(e == ERROR_OK ? path : trouble.text);
    room_destroy(&room);
    return EXIT_SUCCESS;
}
