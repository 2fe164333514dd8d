#include <string.h>

#include "base/text.h"
#include "screen/rate.h"

enum { USUAL_MONTHS = 12, ECHO_MS = 3000 };

school_id rate_school(const struct screens *s)
{
    return s->sight.room->me.school;
}

static bool about(const struct command *command, condition_id condition, school_id school)
{
    bool rating = command->kind == COMMAND_RATE || command->kind == COMMAND_AGREE ||
                  command->kind == COMMAND_WITHDRAW || command->kind == COMMAND_AGREE_IN_PERSON;
    return rating && command->change.rating.condition == condition &&
           command->change.rating.school == school;
}

static bool same(const struct talk *talk, const struct figure *f)
{
    return talk->now == f->now && talk->target == f->target && talk->months == f->months;
}

static void hold(struct talk *talk, const struct figure *f)
{
    talk->now = f->now;
    talk->target = f->target;
    talk->months = f->months;
    talk->note = f->note;
}

/* Where the handles are: in hand, or where the room's figures put them. */
static void place_handles(struct talk *talk)
{
    struct draft *draft = talk->draft;
    talk->now = talk->target = talk->months = 0;
    talk->note = "";
    if (draft->touched) {
        talk->now = draft->now;
        talk->target = draft->target;
        talk->months = draft->months;
        talk->note = draft->note;
    } else if (talk->mine) {
        hold(talk, &talk->mine->figure);
    } else if (talk->theirs) {
        hold(talk, &talk->theirs->figure);
        talk->note = ""; /* theirs stands beside it; mine is still to be written */
    } else if (talk->item->settled) {
        hold(talk, &talk->item->agreed);
    }
}

void rate_look(struct talk *talk, struct screens *s)
{
    const struct room *room = s->sight.room;
    condition_id c = s->rate.condition;
    school_id school = rate_school(s);
    *talk = (struct talk){.condition = c, .school = school};
    talk->draft = &s->rate.drafts[c][school];
    talk->item = &room->talks[c][school];
    const struct proposal *mine = &talk->item->proposals[SIDE_SCHOOL];
    const struct proposal *theirs = &talk->item->proposals[SIDE_MANAGER];
    talk->mine = mine->revision ? mine : NULL;
    talk->theirs = theirs->revision ? theirs : NULL;
    for (unsigned i = 0; i < s->sight.pending_count; i++)
        if (about(&s->sight.pending[i].command, c, school))
            talk->on_way = &s->sight.pending[i];
    /* Once sent and answered, the room says how things stand. */
    struct draft *draft = talk->draft;
    if (draft->touched && !draft->changed && !talk->on_way &&
        s->sight.now_ms - draft->sent_ms > ECHO_MS)
        draft->touched = draft->reopened = false;
    bool in_hand = draft->changed || draft->reopened;
    talk->settled = talk->item->settled && !talk->mine && !talk->theirs && !in_hand;
    if (talk->settled && !talk->on_way)
        draft->touched = false;
    place_handles(talk);
    talk->sits = talk->theirs && same(talk, &talk->theirs->figure);
    talk->stands = talk->mine && same(talk, &talk->mine->figure) && !draft->changed &&
                   (!talk->theirs || talk->mine->revision > talk->theirs->revision);
}

bool rate_is_unsent(const struct screens *s)
{
    return s->rate.condition && s->rate.drafts[s->rate.condition][rate_school(s)].changed;
}

/* Once the workshop is closed a figure that was moved is of no use; a text can still be copied. */
bool rate_are_unsent(const struct screens *s)
{
    for (condition_id c = 1; c <= CONDITIONS_MAX && !screen_is_over(s); c++)
        if (s->rate.drafts[c][rate_school(s)].changed)
            return true;
    return false;
}

void rate_touch(struct screens *s, struct talk *talk)
{
    struct draft *draft = talk->draft;
    draft->now = (uint8_t)talk->now;
    draft->target = (uint8_t)talk->target;
    draft->months = (uint8_t)talk->months;
    text_copy(draft->note, sizeof draft->note, s->rate.note.text);
    draft->touched = draft->changed = true;
    s->rate.say.until_ms = 0;
    rate_look(talk, s);
}

void rate_say(struct screens *s, const char *text)
{
    text_copy(s->rate.say.text, sizeof s->rate.say.text, text);
    s->rate.say.until_ms = s->sight.now_ms + SCREENS_SAY_MS;
}

void rate_move(struct screens *s, struct talk *talk, unsigned now, unsigned target)
{
    bool goal_moved = target && target != talk->target;
    rate_touch(s, talk);
    talk->draft->now = (uint8_t)now;
    talk->draft->target = (uint8_t)target;
    if (goal_moved && !talk->draft->months)
        talk->draft->months = USUAL_MONTHS;
    rate_look(talk, s);
}

void rate_set_months(struct screens *s, struct talk *talk, unsigned months)
{
    rate_touch(s, talk);
    talk->draft->months = (uint8_t)months;
    if (talk->draft->now && !talk->draft->target && months)
        talk->draft->target = talk->draft->now;
    rate_look(talk, s);
}

void rate_reopen(struct screens *s, struct talk *talk)
{
    talk->draft->reopened = true;
    rate_touch(s, talk);
    talk->draft->changed = false; /* nothing is different yet */
    talk->draft->sent_ms = INT64_MAX / 2;
    rate_look(talk, s);
    rate_focus(s);
}

static struct command *about_this(struct screens *s, const struct talk *talk,
                                  enum command_kind kind)
{
    struct command *command = screen_command(s, kind);
    if (command) {
        command->change.rating.school = talk->school;
        command->change.rating.condition = talk->condition;
    }
    return command;
}

static void sent(struct screens *s, struct talk *talk)
{
    talk->draft->changed = talk->draft->reopened = false;
    talk->draft->touched = true;
    talk->draft->sent_ms = s->sight.now_ms;
    s->rate.say.until_ms = 0;
    rate_look(talk, s);
}

/* Fills in what is in hand; false when the note does not fit. */
static bool take_figure(struct screens *s, struct talk *talk, struct figure *figure)
{
    *figure = (struct figure){.now = talk->draft->now,
                              .target = talk->draft->target,
                              .months = talk->draft->target ? talk->draft->months : 0};
    const char *note = s->rate.note.text;
    if (text_take(figure->note, sizeof figure->note, NOTE_VISIBLE, note, strlen(note)) != TEXT_LONG)
        return true;
    rate_say(s, word(WORD_CLIENT_RATE_NOTE_LONG));
    return false;
}

void rate_propose(struct screens *s, struct talk *talk)
{
    struct figure figure;
    rate_touch(s, talk);
    if (!talk->now || !take_figure(s, talk, &figure))
        return;
    struct command *command = about_this(s, talk, COMMAND_RATE);
    if (!command)
        return;
    command->change.rating.figure = figure;
    sent(s, talk);
}

void rate_agree(struct screens *s, struct talk *talk)
{
    if (!talk->theirs)
        return;
    struct command *command = about_this(s, talk, COMMAND_AGREE);
    if (!command)
        return;
    command->change.rating.revision = talk->theirs->revision;
    struct draft *draft = talk->draft;
    draft->now = talk->theirs->figure.now;
    draft->target = talk->theirs->figure.target;
    draft->months = talk->theirs->figure.months;
    text_copy(draft->note, sizeof draft->note, s->rate.note.text);
    sent(s, talk);
}

void rate_take_back(struct screens *s, struct talk *talk)
{
    rate_touch(s, talk); /* the handles stay where they are */
    about_this(s, talk, COMMAND_WITHDRAW);
}

void rate_go(struct screens *s, condition_id condition)
{
    if (condition < 1 || condition > s->sight.room->workshop.condition_count)
        return;
    s->rate.condition = condition;
    s->rate.hands = (struct scale_hands){0};
    s->rate.say.until_ms = 0;
    rate_focus(s);
}
