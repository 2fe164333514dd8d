#include "content/draft.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content/content.h"
#include "model/types.h"

int content_clock(const char *text)
{
    size_t hours = strspn(text, "0123456789");
    if (hours < 1 || hours > 2 || text[hours] != ':')
        return -1;
    const char *minutes = text + hours + 1;
    if (strspn(minutes, "0123456789") != 2 || minutes[2])
        return -1;
    int h = atoi(text), m = atoi(minutes);
    return h < 24 && m < 60 ? h * 60 + m : -1;
}

/* Numbers from 1 of what a step names by its id; sense.c has seen that it is there. */
static uint8_t subject_of(const struct agenda_draft *draft, const struct step_draft *step)
{
    for (uint8_t i = 0; step->board[0] && i < draft->agenda.board_count; i++)
        if (strcmp(draft->agenda.boards[i].id, step->board) == 0)
            return (uint8_t)(i + 1);
    for (uint8_t i = 0; step->ballot[0] && i < draft->agenda.ballot_count; i++)
        if (strcmp(draft->agenda.ballots[i].id, step->ballot) == 0)
            return (uint8_t)(i + 1);
    for (uint8_t i = 0; step->of[0] && i < draft->item_count; i++)
        if (strcmp(draft->items[i].item.id, step->of) == 0)
            return (uint8_t)(i + 1);
    return 0;
}

/* What YAML says otherwise than the model, and what may be left unsaid. */
static void complete_item(const struct agenda_draft *draft, struct item_draft *d)
{
    if (d->start[0])
        d->item.start = (uint16_t)content_clock(d->start);
    if (d->step_count == 0) {
        d->steps[0].step.stage = STAGE_BRIEFING;
        d->step_count = 1;
    }
    d->item.step_count = d->step_count;
    for (uint8_t i = 0; i < d->step_count; i++) {
        d->item.steps[i] = d->steps[i].step;
        d->item.steps[i].subject = subject_of(draft, &d->steps[i]);
    }
}

/* Dots may all go on one option where nothing else is said. */
static void complete_ballot(struct ballot_content *ballot)
{
    if (ballot->method != METHOD_DOTS)
        return;
    if (!ballot->budget)
        ballot->budget = BUDGET_USUAL;
    if (!ballot->limit)
        ballot->limit = ballot->budget;
}

static void complete(struct draft *draft)
{
    for (uint8_t a = 0; a < draft->agenda_count; a++) {
        for (uint8_t i = 0; i < draft->agendas[a].agenda.ballot_count; i++)
            complete_ballot(&draft->agendas[a].agenda.ballots[i]);
        for (uint8_t i = 0; i < draft->agendas[a].item_count; i++)
            complete_item(&draft->agendas[a], &draft->agendas[a].items[i]);
    }
}

/* One file, as it stands. */
static enum error read_one(struct draft **out, const char *path, struct trouble *t)
{
    void *data;
    enum error e = content_form_read(&data, &content_form_pack, NULL, path, t);
    *out = data;
    if (!e)
        complete(*out);
    return e;
}

/* Brings in the conditions of the file beside `path` that the draft names. What is wrong with that
 * file is told of it. */
static enum error borrow_conditions(struct draft *draft, const char *path, struct trouble *t)
{
    char other_path[CONTENT_PATH_SIZE];
    struct draft *other;
    int length = snprintf(other_path, sizeof other_path, "%.*s%s",
                          (int)(content_name_of(path) - path), path, draft->conditions_from);
    if (length >= (int)sizeof other_path)
        return trouble_set(t, ERROR_RANGE, "The path of the pack is too long.");
    enum error e = read_one(&other, other_path, t);
    if (e == ERROR_ABSENT)
        return trouble_set(t, ERROR_FORMAT, "%s, conditions_from: there is no %s in its folder.",
                           content_name_of(path), draft->conditions_from);
    if (e)
        return e;
    if (other->conditions_from[0])
        e = trouble_set(t, ERROR_FORMAT, "%s, conditions_from: %s has no conditions of its own.",
                        content_name_of(path), draft->conditions_from);
    draft->pack.condition_count = other->pack.condition_count;
    memcpy(draft->pack.conditions, other->pack.conditions, sizeof draft->pack.conditions);
    content_draft_destroy(&other);
    return e;
}

enum error content_draft_read(struct draft **out, const char *path, struct trouble *t)
{
    enum error e = read_one(out, path, t);
    if (!e && (*out)->conditions_from[0])
        e = borrow_conditions(*out, path, t);
    if (e)
        content_draft_destroy(out);
    return e;
}

void content_draft_destroy(struct draft **draft)
{
    void *data = *draft;
    content_form_free(&content_form_pack, &data);
    *draft = NULL;
}
