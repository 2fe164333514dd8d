/* Writes what goes on paper into a folder, to be looked at by people: paper_example FOLDER */

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "content/content.h"
#include "report/cards.h"
#include "report/forms.h"
#include "rooms/rooms.h"

/* 12 March 2010, 9:00 */
static const int64_t made_ms = INT64_C(1268384400000);

static enum error write_cards(const char *folder, struct trouble *trouble)
{
    char path[4096];
    struct room *room;
    enum error e = room_create(&room);
    if (e != ERROR_OK)
        return e;
    rooms_example(room, (struct audience){.kind = AUDIENCE_FACILITATOR},
                  &(struct rooms_spec){.schools = 10, .long_names = true});
    for (school_id s = 1; s <= 10; s++) {
        room->codes[s + 1] = (struct code_item){.kind = CODE_SCHOOL, .school = s};
        snprintf(room->codes[s + 1].symbols, CODE_LENGTH + 1, "%.2sRM7XPD", &"ACDEFGHJKMNPQ"[s]);
    }
    text_copy(room->schools[2].name, NAME_SIZE,
              "St Bartholomew and All Saints Church of England Primary Sch");
    text_copy(room->schools[4].name, NAME_SIZE,
              "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
    text_copy(room->workshop.title, TITLE_SIZE,
              "Review of the Riverside and Upper Valley extended services cluster, spring term");
    snprintf(path, sizeof path, "%s/cards.pdf", folder);
    e = report_cards(path, room, "192.168.4.20", made_ms, trouble);
    room_destroy(&room);
    return e;
}

static enum error write_forms(const char *folder, const char *agenda, struct trouble *trouble)
{
    char path[4096];
    struct content_entry entry;
    struct pack *pack = calloc(1, sizeof *pack);
    if (!pack)
        return ERROR_MEMORY;
    enum error e = content_find_agenda(&entry, agenda, trouble);
    if (e == ERROR_OK)
        e = content_load(pack, entry.path, entry.agenda_id, trouble);
    snprintf(path, sizeof path, "%s/%s.pdf", folder, agenda);
    if (e == ERROR_OK)
        e = report_forms(path, pack, trouble);
    free(pack);
    return e;
}

int main(int count, char **argument)
{
    struct trouble trouble = {0};
    const char *folder = count > 1 ? argument[1] : ".";
    enum error e = write_cards(folder, &trouble);
    if (e == ERROR_OK)
        e = write_forms(folder, "cluster-workshop", &trouble);
    if (e == ERROR_OK)
        e = write_forms(folder, "centre-review", &trouble);
    if (e != ERROR_OK)
        puts(trouble.text);
    return e == ERROR_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
