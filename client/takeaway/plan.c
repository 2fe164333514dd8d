#include "takeaway/html.h"
#include "takeaway/parts.h"

#include "phrase/plan.h"
#include "words/date.h"

static bool is_there(const struct action_item *action, enum action_state state)
{
    return action->revision && action->state == state && !action->merged;
}

/* Adopted, and the school's to see to: it said yes as a school, or this laptop's person did. */
static bool is_owned(const struct room *room, action_id i, school_id school)
{
    const struct action_content *content = &room->actions[i].content;
    bool by_school = content->owner == OWNER_SCHOOL && content->owner_school == school;
    bool by_seat = room->me.school == school && room->own_actions[i].asked;
    return is_there(&room->actions[i], ACTION_ADOPTED) && !room->actions[i].declined &&
           (by_school || by_seat);
}

static bool is_own(const struct room *room, action_id i, school_id school)
{
    return is_there(&room->actions[i], ACTION_OWN) && room->actions[i].content.school == school;
}

/* By date, those without one last. Returns how many. */
static int in_order(action_id order[ACTIONS_MAX], const struct room *room,
                    bool (*wanted)(const struct room *, action_id, school_id), school_id school)
{
    int count = 0;
    for (action_id i = 1; i <= ACTIONS_MAX; i++) {
        uint32_t due = room->actions[i].content.due;
        if (!wanted(room, i, school))
            continue;
        int at = count++;
        for (; at > 0; at--) {
            uint32_t before = room->actions[order[at - 1]].content.due;
            if (!due || (before && before <= due))
                break;
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
    return count;
}

static void write_when(FILE *out, const struct action_content *content)
{
    char when[WORD_DATE_SIZE] = "";
    if (content->due)
        word_day_long(when, content->due, 0);
    else if (content->months)
        snprintf(when, sizeof when, word(WORD_TAKEAWAY_IN_MONTHS), content->months);
    html_element(out, "td", when[0] ? when : "–");
}

static const char *condition_of(const struct room *room, const struct action_content *content)
{
    return content->condition ? room->conditions[content->condition].name : "–";
}

/* ---- what the school will do ---- */

static void write_own_row(FILE *out, const struct room *room, const struct action_item *action)
{
    fputs("<tr>\n", out);
    html_written(out, "th scope=\"row\"", action->content.text);
    html_element(out, "td", condition_of(room, &action->content));
    write_when(out, &action->content);
    html_written(out, "td", action->content.measure);
    fputs("</tr>\n", out);
}

void plan_write_own(FILE *out, const struct room *room, school_id school)
{
    action_id own[ACTIONS_MAX], owned[ACTIONS_MAX];
    int own_count = in_order(own, room, is_own, school);
    int owned_count = in_order(owned, room, is_owned, school);
    if (own_count + owned_count == 0)
        return;
    html_table_begin(out, WORD_TAKEAWAY_OWN, WORD_TAKEAWAY_OWN_LINE);
    html_head(out, word(WORD_TAKEAWAY_ACTION));
    html_head(out, word(WORD_TAKEAWAY_CONDITION));
    html_head(out, word(WORD_TAKEAWAY_WHEN));
    html_head(out, word(WORD_TAKEAWAY_MEASURE));
    html_rows(out);
    for (int i = 0; i < own_count; i++)
        write_own_row(out, room, &room->actions[own[i]]);
    for (int i = 0; i < owned_count; i++)
        write_own_row(out, room, &room->actions[owned[i]]);
    html_table_end(out);
}

/* ---- what the cluster will do ---- */

void plan_write_priorities(FILE *out, const struct room *room)
{
    const struct priorities_change *priorities = &room->priorities;
    fputs("<section>\n", out);
    html_word(out, "h2", WORD_TAKEAWAY_PRIORITIES);
    if (!priorities->count)
        html_word(out, "p", WORD_TAKEAWAY_NO_PRIORITIES);
    else
        fputs("<ol>\n", out);
    for (uint8_t i = 0; i < priorities->count; i++) {
        const struct priority *one = &priorities->list[i];
        html_written(out, "li", one->condition ? room->conditions[one->condition].name : one->text);
    }
    if (priorities->count)
        fputs("</ol>\n", out);
    fputs("</section>\n", out);
}

static bool is_adopted(const struct room *room, action_id i, school_id school)
{
    (void)school;
    return is_there(&room->actions[i], ACTION_ADOPTED);
}

static void write_plan_row(FILE *out, const struct room *room, const struct action_item *action)
{
    const char *owner = phrase_owner(room, action);
    fputs("<tr>\n", out);
    html_written(out, "th scope=\"row\"", action->content.text);
    html_written(out, "td", owner ? owner : word(WORD_TAKEAWAY_NOBODY));
    write_when(out, &action->content);
    html_element(out, "td", condition_of(room, &action->content));
    html_written(out, "td", phrase_level(room, action));
    html_word(out, "td", phrase_status(action));
    fputs("</tr>\n", out);
}

void plan_write_all(FILE *out, const struct room *room)
{
    action_id order[ACTIONS_MAX];
    int count = in_order(order, room, is_adopted, 0);
    if (!count) {
        fputs("<section>\n", out);
        html_word(out, "h2", WORD_TAKEAWAY_PLAN);
        html_word(out, "p", WORD_TAKEAWAY_NO_PLAN);
        fputs("</section>\n", out);
        return;
    }
    html_table_begin(out, WORD_TAKEAWAY_PLAN, WORD_TAKEAWAY_PLAN_LINE);
    html_head(out, word(WORD_TAKEAWAY_ACTION));
    html_head(out, word(WORD_TAKEAWAY_WHO));
    html_head(out, word(WORD_TAKEAWAY_WHEN));
    html_head(out, word(WORD_TAKEAWAY_CONDITION));
    html_head(out, word(WORD_TAKEAWAY_LEVEL));
    html_head(out, word(WORD_TAKEAWAY_STATE));
    html_rows(out);
    for (int i = 0; i < count; i++)
        write_plan_row(out, room, &room->actions[order[i]]);
    html_table_end(out);
}
