#include "model/trace.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

static void say(struct trace *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(struct trace *t, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = vsnprintf(t->text + t->used, sizeof t->text - t->used, format, list);
    va_end(list);
    t->used += (size_t)n;
    if (t->used > sizeof t->text - 1)
        t->used = sizeof t->text - 1;
}

static void say_rating(struct trace *t, const struct event *e)
{
    const struct rating_change *c = &e->change.rating;
    say(t, " school=%u condition=%u side=%s revision=%u", c->school, c->condition,
        side_word((enum side)c->side), c->revision);
    if (c->figure.now)
        say(t, " now=%u target=%u months=%u note='%s'", c->figure.now, c->figure.target,
            c->figure.months, c->figure.note);
    if (c->with[0])
        say(t, " with='%s'", c->with);
}

static void say_view(struct trace *t, const struct view *v)
{
    say(t, " targets=%d by-average=%d focus=%u", v->targets, v->by_average, v->focus);
    if (v->blank || v->frozen || v->larger || v->page || v->note || v->finding)
        say(t, " blank=%d frozen=%d larger=%u page=%u note=%u finding=%s/%u", v->blank, v->frozen,
            v->larger, v->page, v->note, finding_word((enum finding_kind)v->finding_kind),
            v->finding);
    if (v->action || v->ballot || v->sight)
        say(t, " action=%u ballot=%u sight=%u", v->action, v->ballot, v->sight);
}

static void say_note(struct trace *t, const struct note_change *c)
{
    say(t, " note=%u board=%u heading=%u parent=%u other=%u revision=%u group=%u on=%d text='%s'",
        c->note, c->board, c->heading, c->parent, c->other, c->revision, c->group, c->on, c->text);
    if (c->by[0])
        say(t, " by='%s'", c->by);
}

/* Each option's figure. */
static void say_row(struct trace *t, const char *name, const uint16_t row[OPTIONS_MAX + 1],
                    uint8_t options)
{
    say(t, " %s=", name);
    for (uint8_t i = 1; i <= options; i++)
        say(t, i > 1 ? ",%u" : "%u", row[i]);
}

static uint8_t options_of(const struct ballot_tally *tally)
{
    uint8_t options = OPTIONS_MAX;
    while (options && !tally->chosen[options])
        options--;
    return options;
}

static void say_marks(struct trace *t, const struct event *e)
{
    const struct paper_change *c = &e->change.paper;
    say(t, " ballot=%u slot=%u school=%u by-hand=%d marks=", c->ballot, c->slot, c->school,
        c->by_hand);
    for (unsigned i = 0; i < OPTIONS_MAX; i++)
        say(t, "%u", c->marks.of[i]);
    say(t, " sealed=%u", e->secret.length);
}

static void say_vote(struct trace *t, const struct event *e)
{
    const union change *c = &e->change;
    const struct ballot_content *content = &c->ballot.content;
    switch (e->kind) {
    case EVENT_BALLOT_ADDED:
    case EVENT_BALLOT_CHANGED:
    case EVENT_BALLOT_REMOVED:
        say(t, " ballot=%u '%s' %s %s options=%u by-school=%d named=%d budget=%u limit=%u again=%u",
            c->ballot.ballot, content->question, method_word((enum method)content->method),
            about_word((enum about)content->about), content->option_count, content->by_school,
            content->named, content->budget, content->limit, content->again);
        break;
    case EVENT_BALLOT_SET:
        say(t, " ballot=%u %s options=%u", c->ballot_set.ballot,
            ballot_state_word((enum ballot_state)c->ballot_set.state), c->ballot_set.option_count);
        break;
    case EVENT_BALLOT_REVEALED:
        say(t, " ballot=%u papers=%u by-hand=%u", c->ballot_reveal.ballot,
            c->ballot_reveal.tally.papers, c->ballot_reveal.tally.by_hand);
        say_row(t, "points", c->ballot_reveal.tally.points, options_of(&c->ballot_reveal.tally));
        break;
    case EVENT_PAPER_CAST:
    case EVENT_PAPER_WITHDRAWN:
        say_marks(t, e);
        break;
    case EVENT_SEAT_SHARED:
        say(t, " seat=%u people=%u", c->seat.seat, c->seat.people);
        break;
    case EVENT_PRIORITIES_SET:
        say(t, " count=%u first=%u '%s' ballot=%u revision=%u", c->priorities.count,
            c->priorities.list[0].condition, c->priorities.list[0].text, c->priorities.ballot,
            c->priorities.revision);
        break;
    default: /* nothing more to say */
        break;
    }
}

static void say_change(struct trace *t, const struct event *e)
{
    const union change *c = &e->change;
    switch (e->kind) {
    case EVENT_CREATED:
        say(t, " title='%s'", c->workshop.title);
        break;
    case EVENT_CONDITION_ADDED:
        say(t, " condition=%u name='%s'", c->condition.condition, c->condition.content.name);
        break;
    case EVENT_AGENDA_ITEM_ADDED:
    case EVENT_AGENDA_ITEM_CHANGED:
        say(t, " item=%u title='%s' minutes=%u steps=%u", c->agenda.item, c->agenda.content.title,
            c->agenda.content.minutes, c->agenda.content.step_count);
        break;
    case EVENT_SCHOOL_ADDED:
    case EVENT_SCHOOL_RENAMED:
        say(t, " school=%u name='%s'", c->school.school, c->school.name);
        break;
    case EVENT_SEAT_JOINED:
    case EVENT_SEAT_MOVED:
        say(t, " seat=%u code=%u role=%s school=%u speaks=%d name='%s'", c->join.seat, c->join.code,
            role_word((enum role)c->join.role), c->join.school, c->join.speaks, c->join.name);
        break;
    case EVENT_SEAT_NAMED:
    case EVENT_SEAT_PLACED:
    case EVENT_SEAT_ADMITTED:
    case EVENT_SEAT_REMOVED:
    case EVENT_SEAT_GROUPED:
        say(t, " seat=%u school=%u speaks=%d name='%s'", c->seat.seat, c->seat.school,
            c->seat.speaks, c->seat.name);
        if (c->seat.group)
            say(t, " group=%u", c->seat.group);
        break;
    case EVENT_CODE_ISSUED:
    case EVENT_CODE_RETIRED:
        say(t, " code=%u kind=%s school=%u seat=%u", c->code.code,
            code_kind_word((enum code_kind)c->code.kind), c->code.school, c->code.seat);
        break;
    case EVENT_RATING_PROPOSED:
    case EVENT_RATING_WITHDRAWN:
    case EVENT_RATING_AGREED:
    case EVENT_RATING_AGREED_IN_PERSON:
    case EVENT_RATING_REOPENED:
        say_rating(t, e);
        break;
    case EVENT_CONSENT_GIVEN:
        say(t, " school=%u scopes=%u answer=%s", c->consent.school, c->consent.scopes,
            answer_word((enum answer)c->consent.answer));
        break;
    case EVENT_PLACE_REACHED:
        say(t, " item=%u step=%u", c->place.item, c->place.step);
        break;
    case EVENT_TIMER_SET:
        say(t, " item=%u running=%d milliseconds=%" PRId64, c->timer.item, c->timer.running,
            c->timer.milliseconds);
        break;
    case EVENT_VIEW_CHOSEN:
        say_view(t, &c->view);
        break;
    case EVENT_SETTING_MADE:
        say(t, " %s=%d", setting_word((enum setting)c->setting.setting), c->setting.on);
        break;
    case EVENT_BOARD_ADDED:
        say(t, " board=%u question='%s' headings=%u held=%d always=%d personal=%d", c->board.board,
            c->board.content.question, c->board.content.heading_count, c->board.content.held,
            c->board.content.always, c->board.content.personal);
        break;
    case EVENT_QUESTION_ADDED:
        say(t, " question=%u text='%s'", c->question.question, c->question.text);
        break;
    case EVENT_BOARD_SET:
        say(t, " board=%u %s held=%d", c->board_set.board,
            board_state_word((enum board_state)c->board_set.state), c->board_set.held);
        break;
    case EVENT_NOTE_ADDED:
    case EVENT_NOTE_EDITED:
    case EVENT_NOTE_REMOVED:
    case EVENT_NOTE_MOVED:
    case EVENT_NOTE_MERGED:
    case EVENT_NOTE_STARRED:
    case EVENT_NOTE_APPROVED:
    case EVENT_NOTE_ASSIGNED:
    case EVENT_NOTES_DEALT:
        say_note(t, &c->note);
        break;
    case EVENT_AGENDA_REPLANNED:
        say(t, " item=%u minutes=%d", c->replan.item, c->replan.minutes);
        break;
    case EVENT_UNDONE:
    case EVENT_REDONE:
        say(t, " serial=%u", c->undo.serial);
        break;
    case EVENT_SLIP_FILLED:
    case EVENT_SLIP_CHANGED:
        say(t, " slip=%u kind=%s subject=%u school=%u value=%u", c->slip.slip,
            slip_word((enum slip_kind)c->slip.kind), c->slip.subject, c->slip.school,
            c->slip.value);
        break;
    case EVENT_ROUND_CALLED:
        say(t, " kind=%s subject=%u state=%s", slip_word((enum slip_kind)c->round.kind),
            c->round.subject, round_state_word((enum round_state)c->round.state));
        break;
    case EVENT_FINDING_WORDED:
    case EVENT_FINDING_SET:
    case EVENT_FINDING_RANKED:
    case EVENT_FINDING_ANSWERED:
        say(t, " kind=%s number=%u revision=%u hidden=%d for-la=%d rank=%u text='%s'",
            finding_word((enum finding_kind)c->finding.kind), c->finding.number,
            c->finding.revision, c->finding.hidden, c->finding.for_la, c->finding.rank,
            c->finding.text);
        break;
    case EVENT_ACTION_ADDED:
    case EVENT_ACTION_CHANGED:
    case EVENT_ACTION_REMOVED:
        say(t, " action=%u school=%u condition=%u months=%u revision=%u text='%s'",
            c->action.action, c->action.content.school, c->action.content.condition,
            c->action.content.months, c->action.revision, c->action.content.text);
        break;
    default:
        say_vote(t, e);
    }
}

void trace_add(struct trace *t, const struct event *e)
{
    say(t, "%+" PRId64 " seat=%u command=%u %s", e->at_ms - t->start_ms, e->seat, e->command,
        event_word(e->kind));
    say_change(t, e);
    say(t, "\n");
}
