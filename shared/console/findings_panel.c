#include "console/findings_panel.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "phrase/phrase.h"
#include "ui/button.h"
#include "ui/field.h"
#include "ui/mark.h"

enum { GAP = 12, BUTTON = 52, FIELD_H = 84, LABEL = 44, LINES_MOST = 5 };

void findings_enlarge(struct console *c, const struct room_finding *one)
{
    struct view view = console_looking(c);
    bool large = view.finding == one->number && view.finding_kind == one->kind;
    view.finding_kind = large ? 0 : one->kind;
    view.finding = large ? 0 : one->number;
    if (large || !one->hidden)
        console_look(c, view);
}

static struct command *ask(struct console *c, enum command_kind kind,
                           const struct room_finding *one)
{
    struct command *command = console_command(c, kind);
    if (command) {
        command->change.finding.kind = one->kind;
        command->change.finding.number = one->number;
    }
    return command;
}

static void set(struct console *c, const struct room_finding *one, bool hidden, bool for_la)
{
    struct command *command = ask(c, COMMAND_SET_FINDING, one);
    if (!command)
        return;
    command->change.finding.hidden = hidden;
    command->change.finding.for_la = for_la;
}

/* Its place among those that are shown becomes one less or one more. */
static void move(struct console *c, const struct telling *t, const struct room_finding *one, int by)
{
    int place = (int)(one - t->told) + 1 + by, shown = 0;
    for (unsigned i = 0; i < t->count; i++)
        shown += !t->told[i].hidden;
    if (one->hidden || place < 1 || place > shown)
        return;
    struct command *command = ask(c, COMMAND_RANK_FINDING, one);
    if (command)
        command->change.finding.rank = (uint8_t)place;
}

/* ---- the two texts ---- */

static void load(struct finding_text *text, uint32_t revision, const char *now)
{
    text->revision = revision;
    text_copy(text->was, sizeof text->was, now);
    edit_set(&text->edit, now);
}

/* Takes in what has become of it elsewhere, unless something is being typed here. */
static void follow(struct finding_text *text, uint32_t revision, const char *now, bool other)
{
    bool untouched = strcmp(text->edit.text, text->was) == 0 || strcmp(text->edit.text, now) == 0;
    if (other || (revision != text->revision && untouched))
        load(text, revision, now);
}

static void follow_texts(struct console *c, const struct room_finding *one)
{
    struct console_findings *f = &c->findings;
    const struct finding_item *item = &c->sight.room->findings[one->kind][one->number];
    bool other = f->loaded_kind != one->kind || f->loaded_number != one->number;
    follow(&f->words, item->revision, one->text, other);
    follow(&f->answer, item->answer_revision, one->answer, other);
    f->loaded_kind = one->kind;
    f->loaded_number = one->number;
}

static void keep(struct console *c, enum command_kind kind, const struct room_finding *one,
                 const struct finding_text *text, const char *to)
{
    struct command *command = ask(c, kind, one);
    if (!command)
        return;
    command->change.finding.revision = text->revision;
    text_copy(command->change.finding.text, NOTE_SIZE, to);
}

static double run_text(struct console *c, const struct room_finding *one, enum command_kind kind,
                       struct finding_text *text, double x, double y, double w)
{
    bool words = kind == COMMAND_WORD_FINDING;
    const struct finding_item *item = &c->sight.room->findings[one->kind][one->number];
    bool changed = text->revision != (words ? item->revision : item->answer_revision);
    struct field field = {.label = word(words ? WORD_FINDINGS_WORDS : WORD_FINDINGS_ANSWER),
                          .label_more =
                              word(words ? WORD_FINDINGS_WORDS_MORE : WORD_FINDINGS_ANSWER_MORE),
                          .fault = changed ? word(WORD_FINDINGS_CHANGED) : NULL,
                          .visible = NOTE_VISIBLE,
                          .bytes = NOTE_SIZE - 1,
                          .lines = 3,
                          .height = FIELD_H + 24};
    char taken[NOTE_SIZE];
    ui_id id = ui_id_of(words ? "finding-words" : "finding-answer", 0);
    if (ui_letter(c->ui, words ? 'e' : 'y', 0))
        ui_focus(c->ui, id);
    enum field_result done = field_run(c->ui, id, x, y + LABEL, w, &text->edit, field);
    if (done == FIELD_ENTERED && text_take(taken, sizeof taken, NOTE_VISIBLE, text->edit.text,
                                           strlen(text->edit.text)) == TEXT_FINE) {
        keep(c, kind, one, text, taken);
        ui_focus(c->ui, findings_id());
    }
    return LABEL + field.height + 24 + (changed ? 36 : 0);
}

/* ---- what can be done ---- */

static int pair(struct console *c, const char *name, double x, double y, double w, struct button a,
                struct button b)
{
    a.kind = b.kind = BUTTON_SECONDARY;
    a.width = b.width = (w - GAP) / 2;
    a.height = b.height = BUTTON;
    int done = button_run(c->ui, ui_id_of(name, 1), x, y, a) ? 1 : 0;
    return button_run(c->ui, ui_id_of(name, 2), x + a.width + GAP, y, b) ? 2 : done;
}

static struct button plain(enum word text)
{
    return (struct button){.text = word(text)};
}

static void run_buttons(struct console *c, const struct telling *t, const struct room_finding *one,
                        double x, double y, double w)
{
    const struct view *view = &c->sight.room->view;
    bool large = view->finding == one->number && view->finding_kind == one->kind;
    bool added = one->kind == FINDING_ADDED;
    struct button up = plain(WORD_FINDINGS_EARLIER), down = plain(WORD_FINDINGS_LATER);
    struct button enlarge = plain(large ? WORD_FINDINGS_SMALL : WORD_FINDINGS_LARGE);
    struct button give_back = plain(added ? WORD_FINDINGS_REMOVE : WORD_FINDINGS_OWN_WORDS);
    enlarge.off = one->hidden && !large;
    up.off = down.off = one->hidden;
    give_back.off = !one->text[0];
    int done = pair(c, "finding-show", x, y, w, enlarge,
                    plain(one->hidden ? WORD_FINDINGS_SHOW : WORD_FINDINGS_HIDE));
    if (done == 1)
        findings_enlarge(c, one);
    if (done == 2 || ui_letter(c->ui, 'x', 0))
        set(c, one, !one->hidden, one->for_la);
    y += BUTTON + GAP;
    done = pair(c, "finding-mark", x, y, w,
                plain(one->for_la ? WORD_FINDINGS_NOT_TO_LA : WORD_FINDINGS_TO_LA), give_back);
    if (done == 1 || ui_letter(c->ui, 'v', 0))
        set(c, one, one->hidden, !one->for_la);
    if (done == 2)
        keep(c, COMMAND_WORD_FINDING, one, &c->findings.words, "");
    y += BUTTON + GAP;
    done = pair(c, "finding-move", x, y, w, up, down);
    if (done == 1 || ui_letter(c->ui, 'k', 0))
        move(c, t, one, -1);
    else if (done == 2 || ui_letter(c->ui, 'j', 0))
        move(c, t, one, 1);
}

/* Makes an action of it, or goes to the one there is. */
static void run_act(struct console *c, const struct room_finding *one, double x, double y, double w)
{
    bool acted = console_action_from(c, SOURCE_FINDING, one->kind, one->number) != 0;
    char text[PHRASE_SIZE];
    if (!console_keyed(c, "finding-act", x, y, w, "!",
                       word(acted ? WORD_ACTIONS_SEE : WORD_ACTIONS_MAKE), false) &&
        !ui_typed(c->ui, "!"))
        return;
    phrase_finding(text, c->sight.room, one);
    console_actions_of_finding(c, one->kind, one->number, text);
}

/* The pack's help for its condition, where that needs work. */
static void draw_resources(struct console *c, const struct room_finding *one, double x, double y,
                           double w, double bottom)
{
    struct draw_list *list = c->ui->list;
    const struct condition *condition = &c->sight.room->conditions[one->number];
    bool works =
        one->kind == FINDING_WELL || one->kind == FINDING_STRENGTH || one->kind == FINDING_ADDED;
    if (works || !condition->resource_count || y + 80 > bottom)
        return;
    draw_text_within(list, x, y, w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_FINDINGS_RESOURCES));
    y += 34;
    for (int i = 0; i < condition->resource_count && y + 28 <= bottom; i++, y += 30) {
        const struct resource *resource = &condition->resources[i];
        char text[2 * LINE_SIZE];
        snprintf(text, sizeof text, "%s%s%s", resource->title, resource->offered_by[0] ? ", " : "",
                 resource->offered_by);
        mark_bullet(list, x, y, 20);
        draw_text_within(list, x + 24, y, w - 24, REGULAR(20), ALIGN_LEFT, TOKEN_INK, text);
    }
}

void findings_panel_draw(struct console *c, const struct telling *t, const struct room_finding *one,
                         struct box box)
{
    struct draw_list *list = c->ui->list;
    char text[PHRASE_SIZE];
    if (!one)
        return;
    follow_texts(c, one);
    double y = console_line(c, &box, box.y, SEMIBOLD(20), TOKEN_ACCENT,
                            phrase_head(c->sight.room, (enum finding_kind)one->kind));
    phrase_finding(text, c->sight.room, one);
    y += draw_paragraph(list, box.x, y + 4, box.w, LINES_MOST, MEDIUM(24), ALIGN_LEFT,
                        WRAP_BALANCED, TOKEN_INK, text) +
         8;
    phrase_facts(text, c->sight.room, one);
    y = console_line(c, &box, y, REGULAR(20), TOKEN_INK2, text) + 16;
    run_buttons(c, t, one, box.x, y, box.w);
    y += 3 * (BUTTON + GAP);
    run_act(c, one, box.x, y, box.w);
    y += 40 + 8;
    y += run_text(c, one, COMMAND_WORD_FINDING, &c->findings.words, box.x, y, box.w);
    if (one->for_la)
        y += run_text(c, one, COMMAND_ANSWER_FINDING, &c->findings.answer, box.x, y, box.w);
    draw_resources(c, one, box.x, y, box.w, box.y + box.h);
}
