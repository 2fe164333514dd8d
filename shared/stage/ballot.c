/* A vote as the room sees it: reads it, and gives it to the picture of its state. */

#include "stage/ballot.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stage/board.h"
#include "stage/findings.h"
#include "stage/rail.h"
#include "words/words.h"

enum { COLUMN_GAP = 48, LINE_PAD = 12 };

static bool is_option(const struct action_item *action)
{
    return action->revision && action->state == ACTION_PROPOSED && !action->merged;
}

/* Options that are settled only when it opens: as they would be now. */
static void settle(struct ballot *b)
{
    struct ballot_content *content = &b->content;
    if (content->option_count)
        return;
    int n = 0, all = content->about == ABOUT_CONDITIONS ? b->room->workshop.condition_count
                     : content->about == ABOUT_ACTIONS  ? ACTIONS_MAX
                                                        : 0;
    for (int i = 1; i <= all && n < OPTIONS_MAX; i++)
        if (content->about == ABOUT_CONDITIONS || is_option(&b->room->actions[i]))
            content->things[n++] = (uint16_t)i;
    content->option_count = (uint8_t)n;
}

const char *ballot_option(const struct ballot *b, uint8_t option, bool tight)
{
    if (tight && b->content.about == ABOUT_CONDITIONS) {
        const struct condition *condition =
            &b->room->conditions[b->content.things[option - 1] % (CONDITIONS_MAX + 1)];
        if (condition->tight[0])
            return condition->tight;
    }
    return outcome_option(b->room, &b->content, option);
}

bool ballot_is_first(const struct ballot *b, uint8_t option)
{
    return outcome_is_first(&b->outcome, option);
}

bool ballot_is_in_both(const struct ballot *b, uint8_t option)
{
    return outcome_is_in_both(&b->outcome, b->by_ratings, option);
}

void ballot_page_mark(const struct ballot *b, double right, double y, int page, int pages)
{
    char text[32];
    snprintf(text, sizeof text, word(WORD_PAGE), page + 1, pages);
    if (pages > 1)
        draw_text(b->list, right, y, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, text);
}

/* How the rows stand in one way of trying; sets *whole to whether no text is cut. */
static struct ballot_rows try_rows(const struct ballot *b, const struct ballot_box *box,
                                   struct ballot_try as, bool *whole)
{
    struct ballot_rows r = {.as = as};
    int count = b->content.option_count, most = 1;
    double column = floor((box->w - (as.columns - 1) * COLUMN_GAP) / as.columns);
    r.across = column + COLUMN_GAP;
    r.w = fmax(1, column - box->indent);
    *whole = true;
    for (int i = 1; i <= count; i++) {
        struct type_lines lines;
        type_wrap(&lines, b->metrics, b->u, SEMIBOLD(as.size), r.w, as.lines, WRAP_BALANCED,
                  ballot_option(b, (uint8_t)i, as.tight));
        *whole = *whole && !lines.ellipsis;
        most = lines.count > most ? lines.count : most;
    }
    double least = fmax(box->least, most * type_line(as.size) + LINE_PAD);
    int fit = (int)fmax(1, floor(box->h / least));
    r.pages = stage_pages_of(count, fit * as.columns);
    int per_page = stage_per_page(count, fit * as.columns);
    r.down = (per_page + as.columns - 1) / as.columns;
    r.page = stage_page(b->frame, r.pages);
    r.first = r.page * per_page;
    r.end = r.first + per_page < count ? r.first + per_page : count;
    r.row = fmax(least, fmin(box->most, floor(box->h / fmax(1, r.down))));
    return r;
}

struct ballot_rows ballot_rows(const struct ballot *b, struct ballot_box box,
                               const struct ballot_try tries[])
{
    struct ballot_rows best = {0};
    for (int i = 0; tries[i].columns; i++) {
        bool whole;
        struct ballot_rows r = try_rows(b, &box, tries[i], &whole);
        if ((whole && (!best.pages || r.pages < best.pages)) ||
            (!best.pages && !tries[i + 1].columns))
            best = r;
        if (whole && r.pages == 1)
            break;
    }
    return best;
}

void ballot_option_draw(const struct ballot *b, const struct ballot_rows *rows, uint8_t option,
                        double x, double y, enum weight weight, paint p)
{
    const char *text = ballot_option(b, option, rows->as.tight);
    struct type type = {weight, rows->as.size, false};
    struct type_lines lines;
    type_wrap(&lines, b->metrics, b->u, type, rows->w, rows->as.lines, WRAP_BALANCED, text);
    double h = lines.count * type_line(type.size);
    draw_paragraph(b->list, x, y + (rows->row - h) / 2, rows->w, rows->as.lines, type,
                   board_align(text), WRAP_BALANCED, p, text);
}

/* ---- which picture ---- */

struct picture {
    void (*draw)(const struct ballot *b);
    int (*pages)(const struct ballot *b);
};

static const struct picture voting = {ballot_voting_draw, ballot_voting_pages};

static enum ballot_sight sight_of(const struct ballot *b)
{
    enum ballot_sight sight = (enum ballot_sight)b->room->view.sight;
    bool there = sight == SIGHT_COUNTING || (sight == SIGHT_PEOPLE && b->content.named);
    return there && b->tally->papers ? sight : SIGHT_RESULT;
}

static const struct picture *picture_of(const struct ballot *b)
{
    static const struct picture bars = {ballot_result_draw, ballot_result_pages},
                                map = {ballot_map_draw, ballot_map_pages},
                                figures = {ballot_counting_draw, ballot_counting_pages},
                                pairs = {ballot_pairs_draw, ballot_pairs_pages},
                                people = {ballot_people_draw, ballot_people_pages};
    if (b->item->state != BALLOT_REVEALED)
        return &voting;
    switch (sight_of(b)) {
    case SIGHT_COUNTING:
        return b->content.method == METHOD_RANKING ? &pairs : &figures;
    case SIGHT_PEOPLE:
        return &people;
    default:
        return b->content.method == METHOD_SCORES ? &map : &bars;
    }
}

static void measure(struct ballot *b)
{
    static const enum word titles[SIGHT_COUNT] = {
        [SIGHT_RESULT] = WORD_VOTE_CHOSE,
        [SIGHT_COUNTING] = WORD_VOTE_COUNTED,
        [SIGHT_PEOPLE] = WORD_VOTE_WHO_CHOSE,
    };
    bool revealed = b->item->state == BALLOT_REVEALED, closed = b->item->state == BALLOT_CLOSED;
    const char *title = revealed ? word(titles[sight_of(b)]) : b->content.question;
    const char *how = b->content.by_school && !revealed && !closed ? word(WORD_VOTE_BY_SCHOOL) : "";
    if (revealed)
        ballot_say_result(b, sight_of(b));
    else
        ballot_say_voting(b);
    b->header = header_measure_as(b->list, b->frame, title, how, b->says);
    b->x = b->frame->layout.left;
    b->w = b->frame->layout.right - b->x;
    b->y = b->header.end;
    b->h = stage_bottom(b->frame) - b->y;
}

/* False when there is none to look at. */
static bool read(struct ballot *b, struct draw_list *list, const struct stage_frame *frame)
{
    const struct room *room = frame->room;
    *b = (struct ballot){.list = list,
                         .frame = frame,
                         .room = room,
                         .metrics = list ? list->metrics : frame->metrics,
                         .u = list ? list->u : frame->layout.u,
                         .id = room_ballot(room)};
    if (!b->id || b->id > BALLOTS_MAX || room->ballots[b->id].state == BALLOT_NONE)
        return false;
    b->item = &room->ballots[b->id];
    b->tally = &room->ballot_tallies[b->id];
    b->content = b->item->content;
    settle(b);
    if (b->item->state == BALLOT_REVEALED) {
        outcome_work_out(&b->outcome, &b->content, b->tally);
        outcome_by_ratings(b->by_ratings, room, &b->content);
        for (int i = 1; i <= b->content.option_count; i++)
            b->has_ratings = b->has_ratings || b->by_ratings[i];
    }
    measure(b);
    return true;
}

static bool nobody_voted(const struct ballot *b)
{
    return b->item->state == BALLOT_REVEALED && !b->tally->papers;
}

void stage_ballot_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct ballot b;
    if (read(&b, list, frame)) {
        header_draw_step(list, frame, &b.header);
        if (nobody_voted(&b))
            findings_nothing(
                list, frame, word(WORD_VOTE_NOBODY),
                word(b.content.method == METHOD_DOTS ? WORD_VOTE_NO_DOTS : WORD_VOTE_NOBODY_MORE));
        else
            picture_of(&b)->draw(&b);
    } else {
        struct header_line line = {0};
        header_add_step(&line, frame->room);
        header_draw(list, frame, frame->room->items[frame->room->place.item].title, &line);
        findings_nothing(list, frame, word(WORD_VOTE_NONE), word(WORD_VOTE_NONE_MORE));
    }
    rail_draw(list, frame);
}

int stage_ballot_pages(const struct stage_frame *frame)
{
    struct ballot b;
    return read(&b, NULL, frame) && !nobody_voted(&b) ? picture_of(&b)->pages(&b) : 1;
}

/* Larger text is worth it where it does not take more pages. */
bool stage_ballot_fits(const struct stage_frame *frame)
{
    struct stage_frame designed = *frame;
    designed.layout = layout_kiosk(frame->layout.width, frame->layout.height);
    return stage_ballot_pages(frame) <= stage_ballot_pages(&designed);
}
