#include "screen/rate.h"
#include "screen/task.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "phrase/past.h"
#include "stage/trend.h"
#include "ui/field.h"
#include "ui/icon.h"
#include "ui/mark.h"

enum { PROMPTS_SHOWN = 3, FIELDS = 508, MONTHS_CHOICES = 6, LINE_WIDTH = 160, LINE_HEIGHT = 36 };

static const uint8_t months_choices[MONTHS_CHOICES] = {3, 6, 12, 18, 24, 36};

/* By itself this opens for a school with something to settle, at the start and before a part's
 * work; whoever is in the middle of a rating stays. */
static bool wanted(const struct screens *s)
{
    if (!screen_speaks(s) || !s->sight.room->workshop.condition_count)
        return false;
    enum stage_kind stage = room_stage(s->sight.room);
    const struct progress_item *progress = &s->sight.room->progress[s->sight.room->me.school];
    return (stage == STAGE_LOBBY || stage == STAGE_BRIEFING) &&
           progress->proposed + progress->to_come > 0;
}

/* Where to begin: the first condition not settled yet. */
static void begin(struct screens *s)
{
    const struct room *room = s->sight.room;
    if (s->rate.condition && s->rate.condition <= room->workshop.condition_count)
        return;
    s->rate.condition = 1;
    for (condition_id c = room->workshop.condition_count; c >= 1; c--)
        if (room_cell(room, c, rate_school(s)).state != RATING_AGREED)
            s->rate.condition = c;
}

/* Puts the note of what is looked at into its field; a note being typed is left alone. */
static void load_note(struct screens *s, const struct talk *talk)
{
    bool other = s->rate.loaded != talk->condition || s->rate.loaded_school != talk->school;
    bool follows = !talk->draft->touched && strcmp(talk->note, s->rate.note.text) != 0;
    if (!other && !follows)
        return;
    edit_set(&s->rate.note, talk->note);
    s->rate.loaded = talk->condition;
    s->rate.loaded_school = talk->school;
}

void rate_begin_at(struct screens *s, condition_id condition, unsigned now)
{
    struct talk talk;
    begin(s);
    rate_go(s, condition);
    rate_look(&talk, s);
    load_note(s, &talk);
    rate_move(s, &talk, now, talk.target && talk.target < now ? now : talk.target);
}

/* Where the school was before, and the way from there: for its own people, beside the question. */
static void draw_before(struct screens *s, const struct talk *talk, double x, double right)
{
    const struct room *room = s->sight.room;
    review_id review = phrase_past_newest(room, talk->condition, talk->school);
    char past[PHRASE_PAST_SIZE];
    struct history_line line;
    if (!review)
        return;
    phrase_past(past, room, review, talk->condition, talk->school);
    draw_text_within(s->list, x, 80, right - LINE_WIDTH - 16 - x, MEDIUM(16), ALIGN_LEFT, TOKEN_INK,
                     past);
    history_of_school(&line, room, talk->condition, talk->school);
    if (line.count > 1 || line.target)
        trend_draw(s->list, right - LINE_WIDTH, 70, LINE_WIDTH, LINE_HEIGHT, TREND_BESIDE, &line,
                   false);
}

static void draw_question(struct screens *s, const struct talk *talk)
{
    struct draw_list *list = s->list;
    const struct room *room = s->sight.room;
    const struct condition *condition = &room->conditions[talk->condition];
    char count[SCREEN_TEXT_SIZE];
    snprintf(count, sizeof count, word(WORD_CLIENT_RATE_CONDITION), talk->condition,
             room->workshop.condition_count);
    draw_text(list, 32, 80, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, count);
    draw_before(s, talk, 32 + draw_width(list, REGULAR(16), count) + 32, 652);
    draw_text_within(list, 32, 104, 620, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, condition->name);
    draw_paragraph(list, 32, 148, 620, 2, MEDIUM(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                   condition->question);
    draw_round(list, 684, 80, 384, 132, 12, TOKEN_SUNKEN);
    draw_text(list, 704, 94, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_RATE_HELP));
    for (int i = 0; i < PROMPTS_SHOWN && i < condition->prompt_count; i++) {
        draw_rect(list, 704, 133 + i * 26, 10, 2, TOKEN_INK2);
        draw_text_within(list, 722, 122 + i * 26, 332, REGULAR(16), ALIGN_LEFT, TOKEN_INK,
                         condition->prompts[i]);
    }
}

static void run_months(struct screens *s, struct talk *talk)
{
    struct screens_lists *lists = &s->lists;
    unsigned months[MONTHS_CHOICES + 1];
    int count = 0, chosen = -1;
    for (int i = 0; i < MONTHS_CHOICES; i++)
        months[count++] = months_choices[i];
    for (int i = 0; i < count; i++)
        chosen = months[i] == talk->months ? i : chosen;
    if (talk->months && chosen < 0) { /* a time that was agreed in another way */
        chosen = count;
        months[count++] = talk->months;
    }
    for (int i = 0; i < count; i++) {
        snprintf(lists->texts[i], sizeof lists->texts[i], word(WORD_CLIENT_RATE_MONTHS), months[i]);
        lists->others[i] = lists->texts[i];
    }
    if (!s->rate.months.open)
        s->rate.months.chosen = chosen;
    if (dropdown_run(&s->ui, ui_id_of("months", 0), 32, FIELDS, 184, &s->rate.months, lists->others,
                     count, word(WORD_CLIENT_RATE_MONTHS_LABEL), word(WORD_CLIENT_RATE_MONTHS_NONE),
                     talk->settled))
        rate_set_months(s, talk, months[s->rate.months.chosen]);
}

static void run_fields(struct screens *s, struct talk *talk)
{
    struct ui_style style = *s->ui.style; /* fields are lower here */
    const struct ui_style *usual = s->ui.style;
    style.field_height = 48;
    style.label_above = 28;
    s->ui.style = &style;
    run_months(s, talk);
    enum word more = WORD_CLIENT_RATE_NOTE_MORE;
    struct field note = {.label = word(WORD_CLIENT_RATE_NOTE),
                         .label_more = talk->settled ? NULL : word(more),
                         .visible = NOTE_VISIBLE,
                         .off = talk->settled};
    enum field_result typed =
        field_run(&s->ui, ui_id_of("note", 0), 248, FIELDS, 820, &s->rate.note, note);
    if (typed == FIELD_CHANGED ||
        (typed == FIELD_ENTERED && strcmp(s->rate.note.text, talk->note) != 0))
        rate_touch(s, talk);
    if (typed == FIELD_ENTERED)
        ui_focus(&s->ui, ui_id_of("primary", 0));
    s->ui.style = usual;
}

/* The way to the school's actions on this condition, small, beside the note's label. */
static void run_actions(struct screens *s)
{
    char text[SCREEN_TEXT_SIZE];
    snprintf(text, sizeof text, word(WORD_TASK_ACTION_BUTTON), actions_count(s));
    double w = draw_width(s->list, MEDIUM(16), text) + 50, x = SCREEN_RIGHT - w, y = FIELDS - 32;
    ui_id id = ui_id_of("actions", 0);
    if (ui_area(&s->ui, id, x, y, w, 32, 8, 0, 0))
        screen_go(s, SCREEN_ACTIONS);
    if (ui_hovered(&s->ui, id))
        draw_round(s->list, x, y, w, 32, 8, TOKEN_TINT);
    draw_text(s->list, x + 12, y + 4, MEDIUM(16), ALIGN_LEFT, TOKEN_INK, text);
    icon_draw(s->list, ICON_RIGHT, SCREEN_RIGHT - 30, y + 7, 18, 2.4, TOKEN_INK);
}

static void take_keys(struct screens *s)
{
    struct ui *ui = &s->ui;
    if (ui_pressed(ui, KEY_PAGE_DOWN, 0))
        rate_go(s, (condition_id)(s->rate.condition + 1));
    if (ui_pressed(ui, KEY_PAGE_UP, 0))
        rate_go(s, (condition_id)(s->rate.condition - 1));
}

static void draw(struct screens *s)
{
    struct talk talk;
    begin(s);
    take_keys(s);
    if (s->entered)
        rate_focus(s);
    rate_look(&talk, s);
    load_note(s, &talk);
    screen_body(s);
    draw_question(s, &talk);
    bool entered = rate_scale(s, &talk);
    run_fields(s, &talk);
    if (screen_speaks(s))
        run_actions(s);
    rate_panel(s, &talk);
    rate_foot(s, &talk, entered);
    screen_header_here(s);
}

const struct screen screen_rate = {SCREEN_RATE, false, wanted, draw};
