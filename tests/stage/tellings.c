#include "stage/tellings.h"

#include "analysis/readings.h"
#include "base/text.h"

static void put(struct room *room, enum item_kind kind, uint16_t a, uint16_t b, struct item *item)
{
    item->key = (struct item_key){(uint8_t)kind, a, b};
    room_apply(room, item);
}

static void make_of(struct room *room, enum finding_kind kind, uint8_t number, const char *text,
                    bool for_la, const char *answer)
{
    struct item item = {0};
    item.body.finding.for_la = for_la;
    text_copy(item.body.finding.text, NOTE_SIZE, text);
    text_copy(item.body.finding.answer, NOTE_SIZE, answer);
    put(room, ITEM_FINDING, (uint16_t)kind, number, &item);
}

static void work(struct room *room)
{
    make_of(room, FINDING_PRIORITY, 9, "Money: what each club costs, and who pays for it", true,
            "We will publish next year's grants before Easter.");
    make_of(room, FINDING_LA, 10, "", true,
            "A shared model for showing what changes for children, tried out with two schools of "
            "each cluster from September on, and a day of training for all.");
    make_of(room, FINDING_PRIORITY, 3, "", true, "");
    make_of(room, FINDING_ADDED, 1, "The last bus goes before the clubs end.", true, "");
    make_of(room, FINDING_ADDED, 2, "Nobody knows what the others offer in the holidays.", false,
            "");
}

static void stand_at(struct room *room, const struct telling *telling)
{
    struct item item = {.body.agenda_item = room->items[2]};
    item.body.agenda_item.step_count = 2;
    item.body.agenda_item.steps[1] = (struct agenda_step){.stage = (uint8_t)telling->stage};
    put(room, ITEM_AGENDA_ITEM, 2, 0, &item);
    item = (struct item){.body.view = telling->room.view};
    item.body.view.finding_kind = telling->large_kind;
    item.body.view.finding = telling->large;
    put(room, ITEM_VIEW, 0, 0, &item);
}

static void ask(struct room *room, const struct telling *telling)
{
    struct item item = {.body.round = {.subject = telling->state == ROUND_NONE ? 0 : 3,
                                       .state = (uint8_t)telling->state,
                                       .answered = telling->answered,
                                       .asked = telling->asked}};
    put(room, ITEM_ROUND, SLIP_READING, 0, &item);
    if (!telling->values)
        return;
    struct analysis_readings readings;
    analysis_readings(&readings, telling->values);
    item = (struct item){.body.tally = {.count = (uint16_t)readings.count,
                                        .median = readings.median,
                                        .differs = readings.differs}};
    for (unsigned v = 1; v <= RATING_MAX; v++)
        item.body.tally.values[v] = telling->values[v];
    put(room, ITEM_TALLY, SLIP_READING, 3, &item);
}

void telling_make(struct room *room, const struct telling *telling)
{
    static const struct audience projector = {AUDIENCE_PROJECTOR, 0};
    struct rooms_spec spec = telling->room;
    spec.place = (struct place){2, 2};
    spec.elapsed_ms = 2310000;
    rooms_example(room, projector, &spec);
    stand_at(room, telling);
    ask(room, telling);
    if (telling->worked)
        work(room);
}
