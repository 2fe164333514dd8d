#include "lines/rendered.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/commands.h"
#include "lines/print.h"
#include "testing.h"

static void render_note(char *at, size_t size, const struct note_change *n)
{
    snprintf(at, size, " %u board %u.%u to %u other %u revision %u group %u on %d [%s] [%s]",
             n->note, n->board, n->heading, n->parent, n->other, n->revision, n->group, n->on,
             n->text, n->by);
}

static void render_ballot(char *at, size_t size, const struct ballot_change *b)
{
    const struct ballot_content *c = &b->content;
    int n = snprintf(at, size,
                     " %u revision %u %s %s school %d named %d dots %u/%u [%s] [%s] "
                     "again %u [%s]",
                     b->ballot, b->revision, method_word((enum method)c->method),
                     about_word((enum about)c->about), c->by_school, c->named, c->budget, c->limit,
                     c->criteria[0], c->criteria[1], c->again, c->question);
    for (unsigned o = 0; o < c->option_count; o++)
        n += c->about == ABOUT_TYPED ? snprintf(at + n, size - (size_t)n, " [%s]", c->texts[o])
                                     : snprintf(at + n, size - (size_t)n, " %u", c->things[o]);
}

/* What a 1-to-1 knows, and where there is more, that too. */
static void render_action(char *at, size_t size, const struct action_change *a)
{
    const struct action_content *c = &a->content;
    int n = snprintf(at, size, " %u %u/%u months %u revision %u [%s]", a->action, c->school,
                     c->condition, c->months, a->revision, c->text);
    if (a->state || a->other || a->on || a->sure || a->progress)
        n += snprintf(at + n, size - (size_t)n, " %s other %u on %d sure %d %s",
                      action_state_word((enum action_state)a->state), a->other, a->on, a->sure,
                      progress_word((enum progress)a->progress));
    if (c->level || c->due || c->owner || c->source)
        n += snprintf(at + n, size - (size_t)n, " %s due %u %s %u/%u [%s] %s %u/%u",
                      action_level_word((enum action_level)c->level), c->due,
                      owner_word((enum owner_kind)c->owner), c->owner_seat, c->owner_school,
                      c->owner_name, source_word((enum source_kind)c->source), c->source_a,
                      c->source_b);
    if (c->helpers[0] || c->measure[0] || c->resources[0])
        snprintf(at + n, size - (size_t)n, " [%s] [%s] [%s]", c->helpers, c->measure, c->resources);
}

static void render_priorities(char *at, size_t size, const struct priorities_change *p)
{
    int n = snprintf(at, size, " revision %u ballot %u:", p->revision, p->ballot);
    for (unsigned i = 0; i < p->count; i++)
        n += snprintf(at + n, size - (size_t)n, " %u[%s]", p->list[i].condition, p->list[i].text);
}

static void render_paper(char *at, size_t size, const struct paper_change *p)
{
    int n = snprintf(at, size, " %u slot %u school %u:", p->ballot, p->slot, p->school);
    for (unsigned o = 0; o < OPTIONS_MAX; o++)
        if (p->marks.of[o])
            n += snprintf(at + n, size - (size_t)n, " %u=%x", o + 1, p->marks.of[o]);
}

static void render_finding(char *at, size_t size, const struct finding_change *f)
{
    snprintf(at, size, " %s %u revision %u hidden %d la %d rank %u [%s]",
             finding_word((enum finding_kind)f->kind), f->number, f->revision, f->hidden, f->for_la,
             f->rank, f->text);
}

/* The rest of a command, by the body that its kind has. */
static void render_activity(char *at, size_t size, const struct command *c)
{
    static const char *const members[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = #member,
        COMMAND_LIST(X)
#undef X
    };
    const union change *to = &c->change;
    const char *member = members[c->kind];
    if (strcmp(member, "note") == 0)
        render_note(at, size, &to->note);
    else if (strcmp(member, "finding") == 0)
        render_finding(at, size, &to->finding);
    else if (strcmp(member, "ballot") == 0)
        render_ballot(at, size, &to->ballot);
    else if (strcmp(member, "paper") == 0)
        render_paper(at, size, &to->paper);
    else if (strcmp(member, "ballot_set") == 0)
        snprintf(at, size, " %u %s", to->ballot_set.ballot,
                 ballot_state_word((enum ballot_state)to->ballot_set.state));
    else if (strcmp(member, "board_set") == 0)
        snprintf(at, size, " %u %s held %d", to->board_set.board,
                 board_state_word((enum board_state)to->board_set.state), to->board_set.held);
    else if (strcmp(member, "slip") == 0)
        snprintf(at, size, " %s %u school %u value %u", slip_word((enum slip_kind)to->slip.kind),
                 to->slip.subject, to->slip.school, to->slip.value);
    else if (strcmp(member, "round") == 0)
        snprintf(at, size, " %s %u %s", slip_word((enum slip_kind)to->round.kind),
                 to->round.subject, round_state_word((enum round_state)to->round.state));
    else if (strcmp(member, "action") == 0)
        render_action(at, size, &to->action);
    else if (strcmp(member, "priorities") == 0)
        render_priorities(at, size, &to->priorities);
    else if (strcmp(member, "replan") == 0)
        snprintf(at, size, " %u %d", to->replan.item, to->replan.minutes);
    else if (strcmp(member, "play") == 0)
        snprintf(at, size, " %u on %d scripted %d seat %u", to->play.character, to->play.on,
                 to->play.scripted, to->play.seat);
    else if (strcmp(member, "conduct") == 0)
        snprintf(at, size, " %s %u", conduct_word((enum conduct)to->conduct.what),
                 to->conduct.value);
    else if (strcmp(member, "undo") == 0)
        snprintf(at, size, " %u", to->undo.serial);
    else if (strcmp(member, "agenda") == 0)
        snprintf(at, size, " %u %u+%u steps %u [%s]", to->agenda.item, to->agenda.content.start,
                 to->agenda.content.minutes, to->agenda.content.step_count,
                 to->agenda.content.title);
    else
        fail_msg("a kind this test does not know: %s", command_word(c->kind));
}

/* A command as one line of text, to compare whole. */
static void render(char to[512], const struct command *c)
{
    char *at = to, *end = to + 512;
    at += snprintf(at, (size_t)(end - at), "%s", command_word(c->kind));
    const struct rating_change *r = &c->change.rating;
    switch (c->kind) {
    case COMMAND_RATE:
    case COMMAND_AGREE_IN_PERSON:
        at += snprintf(at, (size_t)(end - at), " %u/%u %u %u %u [%s] [%s]", r->school, r->condition,
                       r->figure.now, r->figure.target, r->figure.months, r->figure.note, r->with);
        break;
    case COMMAND_AGREE:
    case COMMAND_WITHDRAW:
        at += snprintf(at, (size_t)(end - at), " %u/%u revision %u", r->school, r->condition,
                       r->revision);
        break;
    case COMMAND_CONSENT:
        at +=
            snprintf(at, (size_t)(end - at), " %u %s scopes %u", c->change.consent.school,
                     answer_word((enum answer)c->change.consent.answer), c->change.consent.scopes);
        break;
    case COMMAND_PLACE_SEAT:
    case COMMAND_NAME_SEAT:
    case COMMAND_ADMIT:
    case COMMAND_REMOVE_SEAT:
        at += snprintf(at, (size_t)(end - at), " seat %u school %u speaks %d [%s]",
                       c->change.seat.seat, c->change.seat.school, c->change.seat.speaks,
                       c->change.seat.name);
        break;
    case COMMAND_ADD_SCHOOL:
    case COMMAND_RENAME_SCHOOL:
        at += snprintf(at, (size_t)(end - at), " %u [%s]", c->change.school.school,
                       c->change.school.name);
        break;
    case COMMAND_ISSUE_CODE:
        at += snprintf(at, (size_t)(end - at), " %s school %u seat %u",
                       code_kind_word((enum code_kind)c->change.code.kind), c->change.code.school,
                       c->change.code.seat);
        break;
    case COMMAND_GO:
        at +=
            snprintf(at, (size_t)(end - at), " %u.%u", c->change.place.item, c->change.place.step);
        break;
    case COMMAND_TIME:
        at += snprintf(at, (size_t)(end - at), " %s %lld",
                       timer_action_word((enum timer_action)c->change.timer.action),
                       (long long)c->change.timer.milliseconds);
        break;
    case COMMAND_LOOK:
        at += snprintf(at, (size_t)(end - at), " targets %d average %d focus %u",
                       c->change.view.targets, c->change.view.by_average, c->change.view.focus);
        if (c->change.view.page || c->change.view.note || c->change.view.finding ||
            c->change.view.larger || c->change.view.blank || c->change.view.frozen)
            snprintf(at, (size_t)(end - at), " page %u note %u finding %u.%u larger %u %d%d",
                     c->change.view.page, c->change.view.note, c->change.view.finding_kind,
                     c->change.view.finding, c->change.view.larger, c->change.view.blank,
                     c->change.view.frozen);
        if (c->change.view.ballot || c->change.view.action || c->change.view.sight)
            snprintf(at, (size_t)(end - at), " ballot %u sight %u action %u", c->change.view.ballot,
                     c->change.view.sight, c->change.view.action);
        if (c->change.view.then)
            snprintf(at, (size_t)(end - at), " then %u", c->change.view.then);
        break;
    case COMMAND_REMOVE_REVIEW:
        snprintf(at, (size_t)(end - at), " %u", c->change.review.review);
        break;
    case COMMAND_SET:
        at += snprintf(at, (size_t)(end - at), " %s %d",
                       setting_word((enum setting)c->change.setting.setting), c->change.setting.on);
        break;
    case COMMAND_GROUP_SEAT:
        at += snprintf(at, (size_t)(end - at), " seat %u group %u", c->change.seat.seat,
                       c->change.seat.group);
        break;
    case COMMAND_CLOSE:
        break;
    case COMMAND_SHARE_SEAT:
        at += snprintf(at, (size_t)(end - at), " seat %u people %u", c->change.seat.seat,
                       c->change.seat.people);
        break;
    case COMMAND_REOPEN:
        at += snprintf(at, (size_t)(end - at), " %u/%u", r->school, r->condition);
        break;
    default:
        render_activity(at, (size_t)(end - at), c);
    }
}

void expect_commands(const struct room *room, const struct example *examples, size_t count)
{
    static struct lines_asked asked;
    for (size_t i = 0; i < count; i++) {
        char text[512];
        struct trouble t = {0};
        enum error e = lines_read(&asked, room, LINES_TODAY, examples[i].line, &t);
        if (e || asked.ask != LINES_SEND)
            fail_msg("%s: %s", examples[i].line, t.text);
        render(text, &asked.command);
        assert_string_equal(text, examples[i].command);
    }
}

void expect_trouble(const struct room *room, const char *line, const char *said)
{
    static struct lines_asked asked;
    struct trouble t = {0};
    enum error e = lines_read(&asked, room, LINES_TODAY, line, &t);
    if (!e || !strstr(t.text, said))
        fail_msg("%s: %s", line, t.text);
}

void expect_warning(const struct room *room, const char *line, const char *said)
{
    static struct lines_asked asked;
    struct trouble t = {0};
    enum error e = lines_read(&asked, room, LINES_TODAY, line, &t);
    if (e || asked.ask != LINES_WARN || !strstr(t.text, said))
        fail_msg("%s: %s", line, t.text);
}

void expect_unclear(struct room *(*open)(bool facilitator), const struct unclear *lines,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct room *room = open(lines[i].facilitator);
        expect_trouble(room, lines[i].line, lines[i].said);
        room_destroy(&room);
    }
}

char *help_text(const struct room *room)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    lines_help(out, room);
    fclose(out);
    return text;
}

void expect_printed(const struct room *room, enum item_kind kind, uint16_t a, uint16_t b,
                    const char *expected)
{
    static struct lines_printer printer;
    char *text;
    size_t size;
    memset(&printer, 0, sizeof printer);
    printer.out = open_memstream(&text, &size);
    lines_print_item(&printer, room, (struct item_key){(uint8_t)kind, a, b}, 0);
    fclose(printer.out);
    assert_string_equal(text, expected);
    free(text);
}
