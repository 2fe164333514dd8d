#include "start/plan_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/content.h"

/* ------------------------------------------------------------------ states */

void plan_begin(struct plan *plan, const struct agenda *agenda)
{
    plan->changed_before = false;
    plan->at = 0;
    plan->count = 1;
    plan->field = PLAN_NO_FIELD;
    plan->states[0] = *agenda;
}

const struct agenda *plan_now(const struct plan *plan)
{
    return &plan->states[plan->at];
}

bool plan_changed(const struct plan *plan)
{
    return plan->count > 0 && (plan->at > 0 || plan->changed_before);
}

void plan_settle(struct plan *plan)
{
    plan->field = PLAN_NO_FIELD;
}

struct agenda *plan_open(struct plan *plan, enum plan_field field, int item)
{
    bool going_on = field && plan->field == field && plan->item == item && plan->at > 0;
    if (!going_on)
        plan->at++;
    plan->count = plan->at + 1;
    plan->field = field;
    plan->item = item;
    plan->states[plan->at] = plan->states[plan->at - 1];
    return &plan->states[plan->at];
}

enum plan_fault plan_close(struct plan *plan, enum plan_fault fault)
{
    const struct agenda *now = &plan->states[plan->at];
    if (fault == PLAN_FINE && memcmp(now, now - 1, sizeof *now) != 0) {
        if (plan->at > PLAN_CHANGES) { /* the oldest can no longer be taken back */
            memmove(plan->states, plan->states + 1, (PLAN_CHANGES + 1) * sizeof *plan->states);
            plan->changed_before = true;
            plan->at--;
            plan->count--;
        }
        return PLAN_FINE;
    }
    plan->at--;
    plan->count = plan->at + 1;
    plan->field = PLAN_NO_FIELD;
    return fault;
}

bool plan_undo(struct plan *plan)
{
    plan_settle(plan);
    if (plan->at == 0)
        return false;
    plan->at--;
    return true;
}

bool plan_redo(struct plan *plan)
{
    plan_settle(plan);
    if (plan->at + 1 >= plan->count)
        return false;
    plan->at++;
    return true;
}

/* ------------------------------------------------------------------ times */

int plan_start(const struct agenda *agenda, int item)
{
    return agenda->items[item].start;
}

bool plan_shift(struct agenda *agenda, int item, int minutes)
{
    for (int i = item; i < agenda->item_count; i++) {
        int start = plan_start(agenda, i);
        if (start == 0)
            continue;
        if (start + minutes < 1 || start + minutes >= MINUTES_OF_DAY)
            return false;
        agenda->items[i].start = (uint16_t)(start + minutes);
    }
    return true;
}

int plan_start_beside(const struct agenda *agenda, int item, int by)
{
    for (int i = item + by; i >= 0 && i < agenda->item_count; i += by)
        if (plan_start(agenda, i) > 0)
            return plan_start(agenda, i);
    return 0;
}

static enum plan_fault restart(struct agenda *agenda, int item, int start)
{
    int old = plan_start(agenda, item), next = plan_start_beside(agenda, item, 1);
    if (start > 0 && start < plan_start_beside(agenda, item, -1))
        return PLAN_EARLIER;
    if (start > 0 && old == 0 && next > 0 && next < start)
        return PLAN_LATER;
    if (start > 0 && old > 0 && !plan_shift(agenda, item + 1, start - old))
        return PLAN_MIDNIGHT;
    agenda->items[item].start = (uint16_t)start;
    return PLAN_FINE;
}

enum plan_fault plan_set_start(struct plan *plan, int item, const char *text)
{
    char clean[CONTENT_CLOCK_SIZE];
    enum text_fault read = text_take(clean, sizeof clean, 0, text, strlen(text));
    int start = read == TEXT_FINE ? content_clock(clean) : read == TEXT_EMPTY ? 0 : -1;
    struct agenda *agenda = plan_open(plan, PLAN_START_FIELD, item);
    return plan_close(plan, start < 0 ? PLAN_CLOCK : restart(agenda, item, start));
}

/* Steps that no longer fit their part get shorter in proportion. */
static void shorten_steps(struct agenda_item *item)
{
    unsigned sum = 0;
    for (uint8_t s = 0; s < item->step_count; s++)
        sum += item->steps[s].minutes;
    for (uint8_t s = 0; sum > item->minutes && item->minutes > 0 && s < item->step_count; s++)
        item->steps[s].minutes = (uint16_t)((unsigned)item->steps[s].minutes * item->minutes / sum);
}

static enum plan_fault lengthen(struct agenda *agenda, int at, int minutes)
{
    struct agenda_item *item = &agenda->items[at];
    int by = minutes - item->minutes, next = plan_start_beside(agenda, at, 1);
    /* of unknown length until now: only what would begin too early moves */
    if (item->minutes == 0)
        by = item->start && next && item->start + minutes > next ? item->start + minutes - next : 0;
    if (!plan_shift(agenda, at + 1, by))
        return PLAN_MIDNIGHT;
    item->minutes = (uint16_t)minutes;
    shorten_steps(item);
    return PLAN_FINE;
}

enum plan_fault plan_set_minutes(struct plan *plan, int item, const char *text)
{
    char clean[8];
    struct agenda *agenda = plan_open(plan, PLAN_MINUTES_FIELD, item);
    if (text_take(clean, sizeof clean, 4, text, strlen(text)) != TEXT_FINE ||
        strspn(clean, "0123456789") != strlen(clean) || atoi(clean) > PLAN_MINUTES_MAX)
        return plan_close(plan, PLAN_MINUTES);
    return plan_close(plan, lengthen(agenda, item, atoi(clean)));
}

/* ------------------------------------------------------------------ titles */

bool plan_take_title(char to[TITLE_SIZE], const char *text)
{
    char clean[TITLE_SIZE];
    if (text_take(clean, sizeof clean, TITLE_VISIBLE, text, strlen(text)) != TEXT_FINE)
        return false;
    memset(to, 0, TITLE_SIZE); /* so that equal agendas are equal byte by byte */
    memcpy(to, clean, strlen(clean));
    return true;
}

enum plan_fault plan_set_title(struct plan *plan, int item, const char *text)
{
    struct agenda *agenda = plan_open(plan, PLAN_TITLE_FIELD, item);
    return plan_close(plan,
                      plan_take_title(agenda->items[item].title, text) ? PLAN_FINE : PLAN_TITLE);
}
