/* A vote being prepared or changed: its question and terms at the left, what there is to choose
 * from at the right (votes_terms_options.c). What does not fit is told beside it, once somebody has
 * tried to keep it. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/votes_parts.h"
#include "ui/field.h"

enum { LABEL = 36, FIELD_H = 56, GAP = 8, BLOCK = 100, BUTTON = 56, COLUMN_GAP = 40, FAULT = 36 };

/* ---- beginning ---- */

static const struct ballot_content usual = {.method = METHOD_DOTS,
                                            .about = ABOUT_CONDITIONS,
                                            .budget = BUDGET_USUAL,
                                            .limit = BUDGET_USUAL};

void votes_terms_begin(struct console *c, ballot_id ballot)
{
    struct votes_terms *t = &c->votes.terms;
    const struct ballot_item *item = &c->sight.room->ballots[ballot];
    bool kept_in_hand =
        t->ballot == ballot && t->question.text[0] && (!ballot || t->revision == item->revision);
    votes_turn_page(c, VOTES_TERMS);
    t->tried = t->sent = false;
    t->refusal = REFUSAL_NONE;
    if (kept_in_hand)
        return; /* put away half made, or half changed */
    memset(t, 0, sizeof *t);
    t->ballot = ballot;
    t->revision = item->revision;
    t->content = ballot ? item->content : usual;
    t->some = t->content.option_count > 0;
    edit_set(&t->question, t->content.question);
    for (int i = 0; i < CRITERIA_MAX; i++) {
        const char *named = t->content.criteria[i];
        edit_set(&t->criteria[i],
                 named[0] ? named : word(i ? WORD_VOTES_EFFORT : WORD_VOTES_IMPACT));
    }
}

/* ---- keeping ---- */

static bool take(char *to, size_t size, const struct edit *edit)
{
    return text_take(to, size, 0, edit->text, strlen(edit->text)) == TEXT_FINE;
}

/* Makes the content whole from what was chosen and typed; false when something is amiss. */
static bool complete(struct votes_terms *t, const struct room *room)
{
    struct ballot_content *content = &t->content;
    uint16_t things[OPTIONS_MAX];
    bool fine = take(content->question, LINE_SIZE, &t->question);
    memset(content->criteria, 0, sizeof content->criteria);
    for (int i = 0; content->method == METHOD_SCORES && i < CRITERIA_MAX; i++)
        fine &= take(content->criteria[i], ID_SIZE, &t->criteria[i]);
    if (content->method != METHOD_DOTS)
        content->budget = content->limit = 0;
    bool some = t->some || content->about == ABOUT_TYPED;
    if (!some)
        content->option_count = 0;
    bool later = !some && content->about == ABOUT_ACTIONS; /* settled when it opens */
    return fine && (later || votes_options(things, room, content) >= 2) &&
           (!some || content->option_count >= 2);
}

static void keep(struct console *c)
{
    struct votes_terms *t = &c->votes.terms;
    struct ballot_content content = t->content;
    t->tried = true;
    t->refusal = REFUSAL_NONE;
    if (!complete(t, c->sight.room)) {
        t->content.budget = content.budget; /* in hand as they were */
        t->content.limit = content.limit;
        return;
    }
    content = t->content;
    if (!t->ballot) {
        votes_add(c, &content, false);
        return;
    }
    if (memcmp(&content, &c->sight.room->ballots[t->ballot].content, sizeof content) == 0) {
        votes_turn_page(c, VOTES_LOOK); /* nothing was changed */
        return;
    }
    struct command *command = console_command(c, COMMAND_CHANGE_BALLOT);
    if (!command)
        return;
    command->change.ballot =
        (struct ballot_change){.ballot = t->ballot, .revision = t->revision, .content = content};
    t->sent = true;
}

/* Once it is there the form has done its work. A new one is waited for in votes_hands.c. */
static void follow(struct console *c)
{
    struct votes_terms *t = &c->votes.terms;
    const struct ballot_item *item = &c->sight.room->ballots[t->ballot];
    bool arrived = t->sent && item->revision != t->revision;
    if (t->ballot && (arrived || item->state != BALLOT_PREPARED))
        votes_turn_page(c, VOTES_LOOK);
}

/* ---- drawing ---- */

const char *votes_left_text(char to[VOTES_LEFT], const struct edit *edit, int most)
{
    enum { TELL_FROM = 15 };
    int left = most - (int)text_visible(edit->text);
    if (left > TELL_FROM)
        return NULL;
    snprintf(to, VOTES_LEFT, word(WORD_ACTIONS_LEFT), left);
    return to;
}

struct choice {
    const char *name;
    enum word label;
    int count;
    enum word texts[METHOD_COUNT];
};

/* A label and answers side by side; returns the chosen one. */
static int run_choice(struct console *c, const struct choice *choice, int chosen, double x,
                      double y, double w)
{
    double each = (w - (choice->count - 1) * GAP) / choice->count;
    field_label(c->ui, x, y, word(choice->label), NULL);
    ui_group(c->ui, ui_id_of(choice->name, -1), 0);
    for (int i = 0; i < choice->count; i++)
        if (console_choice(c, ui_id_of(choice->name, i), x + i * (each + GAP), y + LABEL, each,
                           word(choice->texts[i]), i == chosen))
            chosen = i;
    ui_group_end(c->ui);
    return chosen;
}

static void choose_method(struct votes_terms *t, int method)
{
    if (method == t->content.method)
        return;
    t->content.method = (uint8_t)method;
    t->content.budget = t->content.limit = method == METHOD_DOTS ? BUDGET_USUAL : 0;
}

static void choose_about(struct votes_terms *t, int about)
{
    if (about == t->content.about)
        return;
    t->content.about = (uint8_t)about;
    t->content.option_count = 0;
    memset(t->content.things, 0, sizeof t->content.things);
    memset(t->content.texts, 0, sizeof t->content.texts);
    t->rows = (struct rows){0};
    t->some = about == ABOUT_TYPED;
}

static void run_dots(struct console *c, double x, double y, double w)
{
    struct ballot_content *content = &c->votes.terms.content;
    double half = (w - COLUMN_GAP) / 2;
    field_label(c->ui, x, y, word(WORD_VOTES_BUDGET), NULL);
    int by = votes_stepper(c, "terms-budget", x + 184, y + LABEL, content->budget, 1, BUDGET_MAX);
    bool stacked = content->limit == content->budget;
    content->budget = (uint8_t)(content->budget + by);
    if (stacked || content->limit > content->budget)
        content->limit = content->budget;
    x += half + COLUMN_GAP;
    field_label(c->ui, x, y, word(WORD_VOTES_LIMIT), NULL);
    by = votes_stepper(c, "terms-limit", x + 184, y + LABEL, content->limit, 1, content->budget);
    content->limit = (uint8_t)(content->limit + by);
}

static void run_criteria(struct console *c, double x, double y, double w)
{
    struct votes_terms *t = &c->votes.terms;
    double half = (w - GAP) / 2;
    for (int i = 0; i < CRITERIA_MAX; i++) {
        char taken[ID_SIZE];
        bool amiss = t->tried && !take(taken, sizeof taken, &t->criteria[i]);
        struct field field = {.label = word(i ? WORD_VOTES_CRITERION_2 : WORD_VOTES_CRITERION_1),
                              .fault = amiss ? word(WORD_VOTES_FAULT_CRITERIA) : NULL,
                              .bytes = ID_SIZE - 1,
                              .visible = ID_SIZE - 1};
        field_run(c->ui, ui_id_of("terms-criterion", i), x + i * (half + GAP), y + LABEL, half,
                  &t->criteria[i], field);
    }
}

static const struct choice abouts = {"terms-about",
                                     WORD_VOTES_ABOUT,
                                     ABOUT_COUNT,
                                     {[ABOUT_CONDITIONS] = WORD_VOTES_ABOUT_CONDITIONS,
                                      [ABOUT_ACTIONS] = WORD_VOTES_ABOUT_ACTIONS,
                                      [ABOUT_TYPED] = WORD_VOTES_ABOUT_TYPED}};
static const struct choice methods = {"terms-method",
                                      WORD_VOTES_METHOD,
                                      METHOD_COUNT,
                                      {[METHOD_DOTS] = WORD_VOTES_METHOD_DOTS,
                                       [METHOD_APPROVAL] = WORD_VOTES_METHOD_APPROVAL,
                                       [METHOD_RANKING] = WORD_VOTES_METHOD_RANKING,
                                       [METHOD_SCORES] = WORD_VOTES_METHOD_SCORES}};
static const struct choice voters = {
    "terms-who", WORD_VOTES_WHO_VOTES, 2, {WORD_VOTES_EACH_PERSON, WORD_VOTES_EACH_SCHOOL}};
static const struct choice papers = {
    "terms-secret", WORD_VOTES_PAPERS_ARE, 2, {WORD_VOTES_ARE_SECRET, WORD_VOTES_ARE_NAMED}};

/* The question, and how it is voted on. */
static void run_terms(struct console *c, struct box box)
{
    struct votes_terms *t = &c->votes.terms;
    char taken[LINE_SIZE], left[VOTES_LEFT];
    bool amiss = t->tried && !take(taken, sizeof taken, &t->question);
    struct field question = {.label = word(WORD_VOTES_QUESTION),
                             .label_more = votes_left_text(left, &t->question, TITLE_VISIBLE),
                             .placeholder = word(WORD_VOTES_QUESTION_HINT),
                             .fault = amiss ? word(WORD_VOTES_FAULT_QUESTION) : NULL,
                             .visible = TITLE_VISIBLE,
                             .bytes = LINE_SIZE - 1,
                             .lines = 2,
                             .height = 88};
    ui_id id = ui_id_of("terms-question", 0);
    double y = box.y;
    if (c->votes.arrived)
        ui_focus(c->ui, id);
    field_run(c->ui, id, box.x, y + LABEL, box.w, &t->question, question);
    y += LABEL + 88 + (amiss ? FAULT : 0) + 16;
    choose_about(t, run_choice(c, &abouts, t->content.about, box.x, y, box.w));
    y += BLOCK;
    choose_method(t, run_choice(c, &methods, t->content.method, box.x, y, box.w));
    y += BLOCK;
    if (t->content.method == METHOD_DOTS)
        run_dots(c, box.x, y, box.w);
    else if (t->content.method == METHOD_SCORES)
        run_criteria(c, box.x, y, box.w);
    y += t->content.method == METHOD_SCORES ? BLOCK + FAULT : BLOCK;
    t->content.by_school =
        run_choice(c, &voters, t->content.by_school ? 1 : 0, box.x, y, box.w) == 1;
    y += BLOCK;
    t->content.named = run_choice(c, &papers, t->content.named ? 1 : 0, box.x, y, box.w) == 1;
}

/* Why it was not taken, or what became of it meanwhile. */
static const char *fault_of(const struct console *c)
{
    const struct votes_terms *t = &c->votes.terms;
    const struct ballot_item *item = &c->sight.room->ballots[t->ballot];
    if (t->ballot && !t->sent && item->revision != t->revision)
        return word(WORD_VOTES_FAULT_CHANGED);
    return t->refusal ? refusal_text((enum refusal)t->refusal) : NULL;
}

void votes_terms_draw(struct console *c, struct box box)
{
    struct votes_terms *t = &c->votes.terms;
    double bottom = box.y + box.h, w = (box.w - COLUMN_GAP) / 2;
    follow(c);
    double y = console_line(c, &box, box.y, SEMIBOLD(28), TOKEN_INK,
                            word(t->ballot ? WORD_VOTES_CHANGE_TITLE : WORD_VOTES_NEW_TITLE)) +
               12;
    const char *fault = fault_of(c);
    double h = bottom - BUTTON - 16 - (fault ? FAULT : 0) - y;
    run_terms(c, (struct box){box.x, y, w, h});
    votes_terms_options_draw(c, (struct box){box.x + w + COLUMN_GAP, y, w, h});
    if (fault)
        field_fault(c->ui, box.x, bottom - BUTTON - 12 - FAULT, box.w, fault);
    struct button yes = {.kind = BUTTON_PRIMARY,
                         .text = word(t->ballot ? WORD_VOTES_KEEP_CHANGES : WORD_VOTES_KEEP_NEW),
                         .busy = t->sent || (!t->ballot && c->votes.awaited.since_ms),
                         .height = BUTTON};
    struct button no = {.kind = BUTTON_SECONDARY, .text = word(WORD_VOTES_LEAVE), .height = BUTTON};
    double right = box.x + box.w - button_width(c->ui, yes);
    if (button_run(c->ui, ui_id_of("terms-leave", 0), right - 12 - button_width(c->ui, no),
                   bottom - BUTTON, no)) {
        edit_set(&t->question, ""); /* nothing is left in hand */
        votes_turn_page(c, VOTES_LOOK);
    } else if (button_run(c->ui, ui_id_of("terms-keep", 0), right, bottom - BUTTON, yes)) {
        keep(c);
    }
}
