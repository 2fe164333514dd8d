#include "analysis/readings.h"
#include "model/author.h"
#include "model/projecting.h"
#include "model/rounds.h"

#include <string.h>

static bool is_here(const struct projecting *p, seat_id seat)
{
    return rounds_is_asked(p->model, seat) && p->live->presence[seat] == PRESENCE_HERE;
}

/* The answers to every subject of one kind, by subject; of one school's people alone if
 * `of_school`. */
static void count_answers(struct tally_item tallies[CONDITIONS_MAX + 1], const struct model *m,
                          enum slip_kind kind, school_id of_school)
{
    memset(tallies, 0, (CONDITIONS_MAX + 1) * sizeof *tallies);
    for (uint16_t i = 1; i <= m->slip_count; i++) {
        const struct slip *s = &m->slips[i];
        if (!s->value || s->kind != kind || (of_school && s->school != of_school))
            continue;
        tallies[s->subject].count++;
        tallies[s->subject].values[s->value]++;
    }
    for (uint8_t s = 1; s <= CONDITIONS_MAX && kind == SLIP_READING; s++) {
        struct analysis_readings readings;
        analysis_readings(&readings, tallies[s].values);
        tallies[s].median = readings.median;
        tallies[s].differs = readings.differs;
    }
}

static void project_tally(struct projecting *p, enum slip_kind kind, uint8_t subject,
                          const struct tally_item *tally)
{
    bool few = kind != SLIP_ICEBREAKER && tally->count < UNNAMED_LEAST;
    if (!tally->count || rounds_state(p->model, kind, subject) != ROUND_SHOWN ||
        (few && !projecting_for_facilitator(p)))
        return;
    *(struct tally_item *)projecting_start(p, ITEM_TALLY, (uint16_t)kind, subject) = *tally;
    projecting_emit(p);
}

/* How many have answered: of objectives, those who answered the one that most did. */
static uint16_t count_answered(const struct tally_item tallies[CONDITIONS_MAX + 1],
                               enum slip_kind kind, uint8_t subject)
{
    uint16_t most = tallies[subject].count;
    for (uint8_t s = 1; s <= OBJECTIVES_MAX && kind == SLIP_OBJECTIVE; s++)
        most = tallies[s].count > most ? tallies[s].count : most;
    return most;
}

/* Those who are here, and those who have answered and are not: gone, or without a laptop. Once it
 * is shown nobody knows who answered, and it is the greater of the two numbers. */
static uint16_t count_asked(const struct projecting *p, enum slip_kind kind, uint8_t subject,
                            uint16_t answered)
{
    const struct model *m = p->model;
    uint16_t here = 0, to_come = 0;
    for (seat_id s = 1; s <= m->seat_count; s++)
        if (is_here(p, s)) {
            here++;
            to_come = (uint16_t)(to_come + !rounds_has_answered(m, s, kind, subject));
        }
    if (rounds_state(m, kind, subject) == ROUND_OPEN)
        return (uint16_t)(answered + to_come);
    return here > answered ? here : answered;
}

static void project_asking(struct projecting *p, enum slip_kind kind, uint16_t answered)
{
    const struct asking *asking = &p->model->asking[kind];
    uint16_t asked = count_asked(p, kind, asking->subject, answered);
    struct round_item *round = projecting_start(p, ITEM_ROUND, (uint16_t)kind, 0);
    round->subject = asking->subject;
    round->state = asking->states[asking->subject];
    round->answered = answered;
    round->asked = asked;
    projecting_emit(p);
}

void project_rounds(struct projecting *p)
{
    struct tally_item tallies[CONDITIONS_MAX + 1];
    for (unsigned k = 0; k < SLIP_COUNT; k++) {
        enum slip_kind kind = (enum slip_kind)k;
        uint8_t subject = p->model->asking[k].subject;
        count_answers(tallies, p->model, kind, 0);
        if (subject)
            project_asking(p, kind, count_answered(tallies, kind, subject));
        for (uint8_t s = 1; s <= CONDITIONS_MAX; s++)
            if (rounds_has_subject(p->model, kind, s))
                project_tally(p, kind, s, &tallies[s]);
    }
}

/* The round that people are asked to answer now; SLIP_COUNT when there is none. When several are
 * open the one that comes last in the day: the evaluation before readings before the icebreaker. */
static enum slip_kind open_round(const struct model *m)
{
    for (unsigned k = SLIP_COUNT; k-- > 0;)
        if (m->asking[k].subject && m->asking[k].states[m->asking[k].subject] == ROUND_OPEN)
            return (enum slip_kind)k;
    return SLIP_COUNT;
}

void project_missing(struct projecting *p)
{
    const struct model *m = p->model;
    enum slip_kind kind = open_round(m);
    uint16_t missing[SCHOOLS_MAX + 1] = {0};
    for (seat_id s = 1; s <= m->seat_count && kind != SLIP_COUNT; s++)
        if (is_here(p, s) && !rounds_has_answered(m, s, kind, m->asking[kind].subject))
            missing[m->seats[s].school]++;
    for (school_id s = 0; s <= m->school_count; s++)
        if (missing[s]) {
            struct missing_item *item = projecting_start(p, ITEM_MISSING, s, 0);
            item->count = missing[s];
            projecting_emit(p);
        }
}

/* Somebody is here who speaks for the school and has not read that condition yet. */
static bool waits_for(const struct projecting *p, uint8_t condition, school_id school)
{
    const struct model *m = p->model;
    for (seat_id s = 1; s <= m->seat_count; s++)
        if (m->seats[s].school == school && m->seats[s].speaks && is_here(p, s) &&
            !rounds_has_answered(m, s, SLIP_READING, condition))
            return true;
    return false;
}

static void project_readings_of(struct projecting *p, school_id s)
{
    const struct model *m = p->model;
    struct tally_item tallies[CONDITIONS_MAX + 1];
    count_answers(tallies, m, SLIP_READING, s);
    for (uint8_t c = 1; c <= m->condition_count; c++) {
        enum round_state round = rounds_state(m, SLIP_READING, c);
        if (!tallies[c].count || round == ROUND_NONE || (round == ROUND_OPEN && waits_for(p, c, s)))
            continue;
        *(struct tally_item *)projecting_start(p, ITEM_READINGS, c, s) = tallies[c];
        projecting_emit(p);
    }
}

/* A school's own readings, once its people are all in or the round is shown. */
void project_school_readings(struct projecting *p)
{
    if (model_has_school(p->model, p->audience.id))
        project_readings_of(p, p->audience.id);
}

void project_all_readings(struct projecting *p)
{
    for (school_id s = 1; s <= p->model->school_count; s++)
        project_readings_of(p, s);
}

void project_own_slips(struct projecting *p)
{
    const struct model *m = p->model;
    if (!model_has_seat(m, p->audience.id))
        return;
    for (uint16_t i = m->seats[p->audience.id].own_slip; i; i = m->slips[i].next_own) {
        const struct slip *s = &m->slips[i];
        if (!s->value || s->by_facilitator || !author_is_here(s->author) ||
            rounds_state(m, (enum slip_kind)s->kind, s->subject) != ROUND_OPEN)
            continue;
        struct own_slip_item *own = projecting_start(p, ITEM_OWN_SLIP, s->kind, s->subject);
        own->value = s->value;
        projecting_emit(p);
    }
}
