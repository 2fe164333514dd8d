/* One action brought up large: what will be done, as large as it can stand, and under it everything
 * that has been said about it. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "phrase/phrase.h"
#include "phrase/plan.h"
#include "stage/findings.h"
#include "stage/planned.h"
#include "ui/mark.h"
#include "words/date.h"
#include "words/words.h"

enum {
    STATUS_H = 56,
    STATUS_MIDDLE = 20,
    SHORTS = 4, /* short facts, side by side */
    SHORT_H = 116,
    LONG_H = 148,
    GAP = 48,
    FACTS_MOST = 4,
};

/* A long fact with its heading; texts are borrowed. */
struct fact {
    enum word head;
    const char *text;
};

static void write_source(char to[PHRASE_SIZE], const struct planned *p,
                         const struct action_content *content)
{
    to[0] = '\0';
    switch ((enum source_kind)content->source) {
    case SOURCE_NOTE: {
        const struct note_item *note = &p->room->notes[content->source_a % (NOTES_MAX + 1)];
        if (note->state == NOTE_SHOWN)
            snprintf(to, PHRASE_SIZE, word(WORD_PLANNED_FROM_NOTE), note->text);
        else
            snprintf(to, PHRASE_SIZE, "%s", word(WORD_PLANNED_FROM_A_NOTE));
        break;
    }
    case SOURCE_FINDING:
        if (content->source_a < FINDING_COUNT)
            snprintf(to, PHRASE_SIZE, word(WORD_PLANNED_FROM_FINDING),
                     phrase_head(p->room, (enum finding_kind)content->source_a));
        break;
    case SOURCE_IDEA:
        snprintf(to, PHRASE_SIZE, "%s", word(WORD_PLANNED_FROM_IDEA));
        break;
    default:
        break;
    }
}

/* How it stands, and how many are for it. */
static void draw_status(const struct planned *p, const struct action_item *action, double x,
                        double y)
{
    char text[16];
    planned_status_draw(p, action, x, y + STATUS_MIDDLE);
    x += planned_status_width(p, action) + GAP;
    snprintf(text, sizeof text, "%d", action->supports);
    mark_dot(p->list, x + 12, y + STATUS_MIDDLE, 24, action->supports ? SEAT_TAKEN : SEAT_EMPTY);
    draw_text(p->list, x + 36, y + STATUS_MIDDLE - 22, type_tabular(SEMIBOLD(36)), ALIGN_LEFT,
              TOKEN_INK, text);
}

static void draw_fact(const struct planned *p, double x, double y, double w, double h,
                      enum word head, paint colour, const char *text)
{
    static const struct type types[] = {
        {WEIGHT_MEDIUM, 28, false}, {WEIGHT_MEDIUM, 24, false}, {0}};
    draw_text_within(p->list, x, y, w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK2, word(head));
    findings_text(p->list, x, y + 36, w, h - 36, types, colour, text);
}

static void draw_shorts(const struct planned *p, const struct action_item *action, double y)
{
    const struct layout *layout = &p->frame->layout;
    const struct action_content *content = &action->content;
    double step = floor((layout->right - layout->left + GAP) / SHORTS), x = layout->left;
    const char *owner = phrase_owner(p->room, action);
    char when[WORD_DATE_SIZE], who[NAME_SIZE + 64];
    word_day_long(when, content->due, p->frame->today);
    snprintf(who, sizeof who, "%s", owner ? owner : word(WORD_PLANNED_WHO_WILL));
    if (owner && phrase_is_asked(action))
        snprintf(who, sizeof who, "%s, %s", owner, word(WORD_PLANNED_ASKED));
    const struct {
        enum word head;
        enum token paint;
        const char *text;
    } shorts[SHORTS] = {
        {WORD_PLANNED_HEAD_WHO, owner ? TOKEN_INK : TOKEN_ACCENT, who},
        {WORD_PLANNED_HEAD_WHEN, when[0] ? TOKEN_INK : TOKEN_INK2,
         when[0] ? when : word(WORD_PLANNED_NO_DATE)},
        {WORD_PLANNED_LEVEL, TOKEN_INK, phrase_level(p->room, action)},
        {WORD_PLANNED_FOR, TOKEN_INK,
         content->condition ? p->room->conditions[content->condition].name : ""},
    };
    for (int i = 0; i < SHORTS; i++)
        if (shorts[i].text[0])
            draw_fact(p, x + i * step, y, step - GAP, SHORT_H - 8, shorts[i].head, shorts[i].paint,
                      shorts[i].text);
}

void planned_large_draw(const struct planned *p, action_id id, double top)
{
    static const struct type sizes[] = {{WEIGHT_SEMIBOLD, 64, false},
                                        {WEIGHT_SEMIBOLD, 48, false},
                                        {WEIGHT_SEMIBOLD, 36, false},
                                        {WEIGHT_SEMIBOLD, 28, false},
                                        {0}};
    const struct layout *layout = &p->frame->layout;
    const struct action_item *action = &p->room->actions[id];
    const struct action_content *content = &action->content;
    double x = layout->left, w = layout->right - x, y = top + 16, bottom = stage_bottom(p->frame);
    char source[PHRASE_SIZE];
    write_source(source, p, content);
    const struct fact all[FACTS_MOST] = {{WORD_PLANNED_MEASURE, content->measure},
                                         {WORD_PLANNED_HELPERS, content->helpers},
                                         {WORD_PLANNED_RESOURCES, content->resources},
                                         {WORD_PLANNED_SOURCE, source}};
    struct fact facts[FACTS_MOST];
    int count = 0;
    for (int i = 0; i < FACTS_MOST; i++)
        if (all[i].text[0])
            facts[count++] = all[i];
    int rows = (count + 1) / 2;
    double long_h = fmin(LONG_H, floor((bottom - y) / 5));
    double below = STATUS_H + 24 + SHORT_H + 24 + rows * long_h;
    draw_status(p, action, x, y);
    y += STATUS_H;
    y += findings_text(p->list, x, y, w, fmax(72, bottom - y - below + STATUS_H), sizes, TOKEN_INK,
                       content->text) +
         24;
    draw_rect(p->list, x, y, w, 2, TOKEN_LINE);
    y += 24;
    draw_shorts(p, action, y);
    y += SHORT_H;
    double column = floor((w - GAP) / 2);
    for (int i = 0; i < count; i++)
        draw_fact(p, x + i % 2 * (column + GAP), y + i / 2 * long_h, column, long_h - 8,
                  facts[i].head, TOKEN_INK, facts[i].text);
}
