#include "console/findings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/findings_panel.h"
#include "phrase/phrase.h"
#include "ui/field.h"
#include "ui/icon.h"
#include "ui/mark.h"

enum { ROW = 64, GAP = 32, ADD_H = 108, QUESTIONS_H = 292, PANEL_WIDE = 700, PANEL_NARROW = 560 };

static const enum word questions[] = {WORD_FINDINGS_QUESTION_1, WORD_FINDINGS_QUESTION_2,
                                      WORD_FINDINGS_QUESTION_3, WORD_FINDINGS_QUESTION_4,
                                      WORD_FINDINGS_QUESTION_5, WORD_FINDINGS_QUESTION_6,
                                      WORD_FINDINGS_QUESTION_7, WORD_FINDINGS_QUESTION_8};

ui_id findings_id(void)
{
    return ui_id_of("findings", 0);
}

/* Finds the chosen one again; where it is gone, what stands in its place is chosen. */
static void follow_chosen(struct console_findings *f, const struct telling *t)
{
    for (unsigned i = 0; i < t->count; i++)
        if (t->told[i].kind == f->kind && t->told[i].number == f->number)
            f->rows.chosen = (int)i;
}

/* What is to be said of one besides its figures. */
static void marks_of(char *to, size_t size, const struct console *c, const struct room_finding *one)
{
    const struct view *view = &c->sight.room->view;
    bool large = view->finding && view->finding == one->number && view->finding_kind == one->kind;
    const char *marks[] = {one->hidden ? word(WORD_FINDINGS_IS_HIDDEN) : NULL,
                           large ? word(WORD_FINDINGS_IS_LARGE) : NULL,
                           one->answer[0] ? word(WORD_FINDINGS_IS_ANSWERED)
                           : one->for_la  ? word(WORD_FINDINGS_IS_LA)
                                          : NULL,
                           console_action_from(c, SOURCE_FINDING, one->kind, one->number)
                               ? word(WORD_ACTIONS_MARK_MADE)
                               : NULL};
    size_t used = 0;
    to[0] = '\0';
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] && used < size)
            used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "", marks[i]);
}

static void draw_row(struct console *c, const struct room_finding *one, double x, double y,
                     double w)
{
    struct draw_list *list = c->ui->list;
    char text[PHRASE_SIZE], facts[PHRASE_SIZE], line[2 * PHRASE_SIZE], marks[128];
    phrase_finding(text, c->sight.room, one);
    phrase_facts(facts, c->sight.room, one);
    snprintf(line, sizeof line, "%s%s%s", phrase_head(c->sight.room, (enum finding_kind)one->kind),
             facts[0] ? "  ·  " : "", facts);
    marks_of(marks, sizeof marks, c, one);
    double marks_w = draw_width(list, SEMIBOLD(20), marks);
    draw_text_within(list, x + 12, y + 4, w - 24, MEDIUM(20), ALIGN_LEFT,
                     one->hidden ? TOKEN_INK2 : TOKEN_INK, text);
    draw_text_within(list, x + 12, y + 32, w - 36 - marks_w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     line);
    draw_text(list, x + w - 12, y + 32, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_ACCENT, marks);
}

/* Returns true when the chosen one was activated. */
static bool draw_list(struct console *c, const struct telling *t, struct box box)
{
    struct console_findings *f = &c->findings;
    ui_id id = findings_id();
    follow_chosen(f, t);
    if (c->entered)
        ui_focus(c->ui, id);
    bool done = rows_run(c->ui, id, box.x, box.y, box.w, box.h, ROW, (int)t->count, &f->rows);
    for (int i = f->rows.top; i < (int)t->count && i < f->rows.top + f->rows.shown; i++) {
        double y = box.y + (i - f->rows.top) * ROW;
        if (i == f->rows.chosen)
            draw_round(c->ui->list, box.x, y, box.w, ROW, 8, TOKEN_TINT);
        draw_row(c, &t->told[i], box.x, y, box.w);
    }
    const struct room_finding *chosen = t->count ? &t->told[f->rows.chosen] : NULL;
    f->kind = chosen ? chosen->kind : 0;
    f->number = chosen ? chosen->number : 0;
    if (!t->count)
        draw_text_within(c->ui->list, box.x, box.y, box.w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_FINDINGS_LIST_NONE));
    return done;
}

static void run_add(struct console *c, double x, double y, double w)
{
    struct field field = {.label = word(WORD_FINDINGS_ADD),
                          .label_more = word(WORD_FINDINGS_ADD_MORE),
                          .visible = NOTE_VISIBLE,
                          .bytes = NOTE_SIZE - 1};
    struct console_findings *f = &c->findings;
    char text[NOTE_SIZE];
    enum field_result done = field_run(c->ui, ui_id_of("finding-add", 0), x, y, w, &f->add, field);
    if (done != FIELD_ENTERED ||
        text_take(text, sizeof text, NOTE_VISIBLE, f->add.text, strlen(f->add.text)) != TEXT_FINE)
        return;
    struct command *command = text[0] ? console_command(c, COMMAND_WORD_FINDING) : NULL;
    if (!command)
        return;
    command->change.finding.kind = FINDING_ADDED;
    text_copy(command->change.finding.text, NOTE_SIZE, text);
    edit_set(&f->add, "");
    ui_focus(c->ui, findings_id());
}

static void draw_questions(struct console *c, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    draw_round(list, x, y, w, QUESTIONS_H, 12, TOKEN_SUNKEN);
    draw_text_within(list, x + 20, y + 12, w - 40, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_FINDINGS_QUESTIONS));
    y += 48;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++, y += 29) {
        mark_bullet(list, x + 20, y, 20);
        draw_text_within(list, x + 44, y, w - 64, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         word(questions[i]));
    }
}

/* "3 of 28": the list is longer than what is seen of it. */
static void draw_place(struct console *c, double x, const struct telling *t)
{
    char place[64];
    snprintf(place, sizeof place, word(WORD_PAGE), c->findings.rows.chosen + 1, (int)t->count);
    draw_text(c->ui->list, x + 16, c->y + 18, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, place);
}

void console_findings_draw(struct console *c)
{
    struct draw_list *list = c->ui->list;
    struct telling t = {.room = c->sight.room};
    t.count = room_findings(t.told, c->sight.room);
    double panel = c->layout.narrow ? PANEL_NARROW : PANEL_WIDE, w = c->w - panel - GAP;
    double bottom = c->y + c->h - 24, questions_y = bottom - QUESTIONS_H;
    double add_y = questions_y - 24 - ADD_H, top = c->y + 60;
    draw_text(list, c->x, c->y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_FINDINGS_LIST));
    draw_text_within(list, c->x + 340, c->y + 18, w - 340, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                     word(WORD_FINDINGS_LIST_HINT));
    if (t.count > 1)
        draw_place(c, c->x + 8 + draw_width(list, SEMIBOLD(24), word(WORD_FINDINGS_LIST)), &t);
    bool enter = draw_list(c, &t, (struct box){c->x, top, w, add_y - 16 - top});
    const struct room_finding *one = t.count ? &t.told[c->findings.rows.chosen] : NULL;
    if (enter && one)
        findings_enlarge(c, one);
    run_add(c, c->x, add_y + 44, w);
    draw_questions(c, c->x, questions_y, w);
    findings_panel_draw(c, &t, one,
                        (struct box){c->x + c->w - panel, c->y + 16, panel, bottom - c->y - 16});
    if (ui_letter(c->ui, 'w', 0))
        ui_focus(c->ui, ui_id_of("finding-add", 0));
    if (!ui_focused(c->ui, findings_id()) && console_escape(c))
        ui_focus(c->ui, findings_id());
}
