#include "rooms/parts.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const char *const actions[] = {
    "One short survey for children and parents, the same in every school, twice a year",
    "Write a joint bid to the local innovation fund",
    "Shared training day with the family support team",
    "Set out what each club costs, in the same way",
    "Put clubs into every school's improvement plan",
    "A calendar of all clubs on one page",
    "Ask the authority for a named person in children's services",
    "Visit each other's breakfast clubs",
    "Governors to hear of it once a term",
    "Find out what the secondary school could lend us",
    "A list of people who can be asked to run a session",
    "Parents' panel, one from each school",
};

static const char *const foreign[] = {
    "نحتاج إلى وقت أطول مع أولياء الأمور قبل نهاية الفصل",
    "保護者と地域の人々が一緒に夕食を作る機会を増やしたい",
    "הילדים מבקשים את זה",
    "Zażółć gęślą jaźń",
};

enum { ACTIONS = sizeof actions / sizeof *actions, FOREIGN = sizeof foreign / sizeof *foreign };

const char parts_long[] =
    "Open the hall every evening until somebody tells us who pays the caretaker, who locks up, and "
    "who answers when parents ring the office at";

void parts_list(char *to, size_t size, const char *const *list, int length, int i)
{
    if (i < length)
        text_copy(to, size, list[i]);
    else
        snprintf(to, size, "%s (%d)", list[i % length], i / length + 1);
}

void parts_put(struct room *room, enum item_kind kind, int a, int b, struct item *item)
{
    item->key = (struct item_key){(uint8_t)kind, (uint16_t)a, (uint16_t)b};
    room_apply(room, item);
}

school_id parts_name(char to[NAME_SIZE], const struct room *room, int paper)
{
    static const char *const names[] = {"Priya",       "Tom",     "Ana",  "Sam Okafor",
                                        "Maria Lopez", "Jo Hill", "Wei",  "Fatma",
                                        "Ben",         "Siobhan", "Ravi", "Ellen"};
    enum { NAMES = sizeof names / sizeof *names };
    parts_list(to, NAME_SIZE, names, NAMES, paper);
    int schools = room->school_count;
    return schools ? room->school_order[paper % schools] : 0;
}

void parts_foreign(char *to, size_t size, int i)
{
    parts_list(to, size, foreign, FOREIGN, i);
}

void parts_action(char to[NOTE_SIZE], bool long_texts, bool foreign_texts, int i)
{
    if (long_texts) { /* up to the full 140 */
        text_copy(to, NOTE_SIZE, parts_long);
        for (size_t at = strlen(to); at < NOTE_VISIBLE; at++)
            memcpy(to + at, at % 6 ? "o" : " ", 2);
    } else if (foreign_texts) {
        parts_foreign(to, NOTE_SIZE, i);
    } else {
        parts_list(to, NOTE_SIZE, actions, ACTIONS, i);
    }
}
