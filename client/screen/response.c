#include <string.h>

#include "base/text.h"
#include "phrase/phrase.h"
#include "screen/task.h"
#include "screen/writing.h"

enum {
    LEFT_WIDTH = 380,
    RIGHT_X = 444,
    RIGHT_WIDTH = 624,
    ROW = 88,
    PITCH = 96,
    FIELD = 232,
    END = 656
};

static bool wanted(const struct screens *s)
{
    return task_screen(s) == SCREEN_RESPONSE;
}

static struct answer_draft *draft_of(struct screens *s)
{
    return &s->response.drafts[s->response.kind][s->response.number];
}

static const struct finding_item *item_of(const struct screens *s)
{
    return &s->sight.room->findings[s->response.kind][s->response.number];
}

/* The newest answer on its way to the finding looked at; NULL: none. */
static const struct finding_change *on_way(const struct screens *s)
{
    const struct finding_change *found = NULL;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++) {
        const struct finding_change *change = &command->change.finding;
        if (command->kind == COMMAND_ANSWER_FINDING && change->kind == s->response.kind &&
            change->number == s->response.number)
            found = change;
    }
    return found;
}

/* The answer as it stands, counting what is on its way. */
static const char *answer_now(const struct screens *s)
{
    const struct finding_change *moving = on_way(s);
    return moving ? moving->text : item_of(s)->answer;
}

bool response_is_unsent(const struct screens *s)
{
    const struct answer_draft *draft = &s->response.drafts[s->response.kind][s->response.number];
    return s->response.number && draft->touched && strcmp(draft->text.text, answer_now(s)) != 0;
}

bool response_are_unsent(const struct screens *s)
{
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        for (unsigned number = 0; number <= CONDITIONS_MAX; number++) {
            const struct answer_draft *draft = &s->response.drafts[kind][number];
            const char *answer = s->sight.room->findings[kind][number].answer;
            if (draft->touched && strcmp(draft->text.text, answer) != 0)
                return true;
        }
    return false;
}

/* Somebody else has answered since this answer was begun. */
static bool clashes(const struct screens *s)
{
    const struct answer_draft *draft = &s->response.drafts[s->response.kind][s->response.number];
    return response_is_unsent(s) && draft->revision != item_of(s)->answer_revision && !on_way(s);
}

void response_came_back(struct screens *s, const struct finding_change *change)
{
    struct answer_draft *draft = &s->response.drafts[change->kind][change->number];
    if (draft->touched)
        return; /* it has been gone on with */
    edit_set(&draft->text, change->text);
    draft->touched = true;
    draft->revision = change->revision;
}

/* Where the other answer has been seen beside one's own, sending puts one's own in its place. */
static void send(struct screens *s)
{
    struct answer_draft *draft = draft_of(s);
    char text[NOTE_SIZE];
    if (on_way(s) || writing_take(text, &draft->text) == TEXT_LONG)
        return;
    uint32_t revision = clashes(s) ? item_of(s)->answer_revision : draft->revision;
    struct command *command = screen_command(s, COMMAND_ANSWER_FINDING);
    if (!command)
        return;
    struct finding_change *change = &command->change.finding;
    change->kind = s->response.kind;
    change->number = s->response.number;
    change->revision = revision;
    text_copy(change->text, NOTE_SIZE, text);
    draft->touched = false;
}

/* ---- what was put to the local authority ---- */

static unsigned find_asked(struct screens *s, const struct room_finding *found[ROOM_FINDINGS_MAX])
{
    unsigned all = room_findings(s->response.found, s->sight.room), count = 0;
    for (unsigned i = 0; i < all; i++)
        if (s->response.found[i].for_la && !s->response.found[i].hidden)
            found[count++] = &s->response.found[i];
    return count;
}

static void run_row(struct screens *s, const struct room_finding *finding, double y)
{
    struct ui *ui = &s->ui;
    bool chosen = finding->kind == s->response.kind && finding->number == s->response.number;
    bool answered = finding->answer[0] != '\0';
    char text[PHRASE_SIZE];
    ui_id id = ui_id_of("finding", finding->kind * 256 + finding->number);
    if (ui_area(ui, id, SCREEN_LEFT, y, LEFT_WIDTH, ROW, 8, 0, chosen ? UI_CHOSEN : 0)) {
        s->response.kind = finding->kind;
        s->response.number = finding->number;
        ui_focus(ui, ui_id_of("answer", 0));
    }
    draw_outline(s->list, SCREEN_LEFT, y, LEFT_WIDTH, ROW, 8, chosen ? 3 : 2,
                 chosen ? TOKEN_ACCENT : TOKEN_LINE,
                 chosen || ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    phrase_finding(text, s->sight.room, finding);
    draw_paragraph(s->list, SCREEN_LEFT + 20, y + 6, LEFT_WIDTH - 40, 2, MEDIUM(16), ALIGN_LEFT,
                   WRAP_GREEDY, TOKEN_INK, text);
    draw_text(s->list, SCREEN_LEFT + 20, y + 56, REGULAR(16), ALIGN_LEFT,
              chosen ? TOKEN_INK : TOKEN_INK2,
              word(answered ? WORD_TASK_RESPONSE_ANSWERED : WORD_TASK_RESPONSE_OPEN));
}

static void run_rows(struct screens *s, const struct room_finding **found, unsigned count, double y)
{
    unsigned shown = (unsigned)((END - y - 32 + PITCH - ROW) / PITCH);
    draw_text(s->list, SCREEN_LEFT, y, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TASK_RESPONSE_ASKED));
    writing_pages(s, "finding-pages", SCREEN_LEFT + LEFT_WIDTH, y, &s->response.top, shown, count,
                  true);
    ui_group(&s->ui, ui_id_of("findings", 0), 1);
    for (unsigned i = 0; i < shown && s->response.top + i < count; i++)
        run_row(s, found[s->response.top + i], y + 32 + i * PITCH);
    ui_group_end(&s->ui);
}

/* ---- the one looked at: its facts, and the answer ---- */

static double draw_facts(struct screens *s, const struct room_finding *finding, double y)
{
    char text[PHRASE_SIZE];
    phrase_finding(text, s->sight.room, finding);
    y += draw_paragraph(s->list, RIGHT_X, y, RIGHT_WIDTH, 5, SEMIBOLD(20), ALIGN_LEFT,
                        WRAP_BALANCED, TOKEN_INK, text);
    phrase_facts(text, s->sight.room, finding);
    return y + 4 +
           draw_paragraph(s->list, RIGHT_X, y + 4, RIGHT_WIDTH, 2, REGULAR(16), ALIGN_LEFT,
                          WRAP_GREEDY, TOKEN_INK2, text);
}

/* What somebody else wrote meanwhile, whole, above one's own. */
static double draw_clash(struct screens *s, double y)
{
    struct draw_list *list = s->list;
    const char *theirs = item_of(s)->answer;
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, REGULAR(16), RIGHT_WIDTH - 48, 5, WRAP_GREEDY,
              theirs);
    double h = 60 + 24.0 * lines.count;
    draw_outline(list, RIGHT_X, y, RIGHT_WIDTH, h, 12, 2, TOKEN_INK, TOKEN_SURFACE);
    draw_text(list, RIGHT_X + 24, y + 16, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TASK_RESPONSE_CLASH));
    draw_paragraph(list, RIGHT_X + 24, y + 44, RIGHT_WIDTH - 48, 5, REGULAR(16), ALIGN_LEFT,
                   WRAP_GREEDY, TOKEN_INK, theirs);
    return y + h;
}

static void run_answer(struct screens *s, const struct room_finding *finding, double y)
{
    struct answer_draft *draft = draft_of(s);
    y = draw_facts(s, finding, y) + 16;
    if (clashes(s))
        y = draw_clash(s, y) + 16;
    if (!draft->touched && strcmp(draft->text.text, answer_now(s)) != 0)
        edit_set(&draft->text, answer_now(s));
    if (!draft->touched)
        draft->revision = item_of(s)->answer_revision;
    struct writing writing = {.label = word(WORD_TASK_RESPONSE_ANSWER),
                              .x = RIGHT_X,
                              .y = y,
                              .w = RIGHT_WIDTH,
                              .h = END - y < FIELD ? END - y : FIELD};
    enum field_result result = writing_run(s, ui_id_of("answer", 0), &draft->text, writing);
    draft->touched |= strcmp(draft->text.text, answer_now(s)) != 0;
    if (result == FIELD_ENTERED && clashes(s))
        ui_focus(&s->ui, ui_id_of("send", 0)); /* whose answer stands is decided there */
    else if (result == FIELD_ENTERED && response_is_unsent(s))
        send(s);
}

static void run_foot(struct screens *s)
{
    double right = SCREEN_RIGHT;
    bool clash = clashes(s);
    const struct finding_change *moving = on_way(s);
    screen_footer(s, word(moving  ? WORD_TASK_RESPONSE_MOVING
                          : clash ? WORD_TASK_RESPONSE_BOTH
                                  : WORD_TASK_RESPONSE_FOOT));
    struct button button = {.kind = BUTTON_PRIMARY,
                            .text =
                                word(clash ? WORD_TASK_RESPONSE_INSTEAD : WORD_TASK_RESPONSE_SEND),
                            .off = !response_is_unsent(s) || moving};
    if (screen_foot_button(s, "send", &right, button))
        send(s);
    if (clash && screen_foot_button(s, "theirs", &right,
                                    (struct button){.kind = BUTTON_SECONDARY,
                                                    .text = word(WORD_TASK_RESPONSE_THEIRS)}))
        draft_of(s)->touched = false;
    task_run_back(s, SCREEN_RESPONSE, &right);
}

static void draw(struct screens *s)
{
    const struct room_finding *found[ROOM_FINDINGS_MAX], *looked_at = NULL;
    unsigned count = find_asked(s, found);
    for (unsigned i = 0; i < count; i++)
        if (found[i]->kind == s->response.kind && found[i]->number == s->response.number)
            looked_at = found[i];
    if (!looked_at && count > 0 && !response_is_unsent(s)) {
        looked_at = found[0];
        s->response.kind = found[0]->kind;
        s->response.number = found[0]->number;
    }
    screen_body(s);
    bool here = task_screen(s) == SCREEN_RESPONSE;
    double y =
        writing_title(s, word(WORD_TASK_RESPONSE), here ? writing_ask(s->sight.room) : "") + 16;
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("answer", 0));
    if (count == 0)
        draw_text(s->list, SCREEN_LEFT, y, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                  word(WORD_TASK_RESPONSE_NONE));
    else
        run_rows(s, found, count, y);
    if (looked_at)
        run_answer(s, looked_at, y);
    run_foot(s);
    screen_header_here(s);
}

const struct screen screen_response = {SCREEN_RESPONSE, false, wanted, draw};
