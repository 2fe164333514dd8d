#include "export/rows.h"

#include "analysis/summary.h"
#include "base/day.h"
#include "model/history.h"

#include <assert.h>

/* The workshop itself, its conditions and schools, the ratings, and what they were before. */

#define EVERYBODY   EXPORT_EVERYBODY
#define NAMED       EXPORT_NAMED
#define FACILITATOR EXPORT_FACILITATOR

/* ---- the workshop ---- */

static const struct export_column workshop_columns[] = {
    {"title", WORD_EXPORT_TITLE, EXPORT_TEXT, EVERYBODY},
    {"day", WORD_EXPORT_DAY, EXPORT_DAY, EVERYBODY},
    {"reader", WORD_EXPORT_READER, EXPORT_CHOICE, EVERYBODY},
    {"about", WORD_EXPORT_ABOUT, EXPORT_TEXT, EVERYBODY},
    {"written", WORD_EXPORT_WRITTEN, EXPORT_DAY, EVERYBODY},
    {"language", WORD_EXPORT_LANGUAGE, EXPORT_TEXT, EVERYBODY},
    {"conditions", WORD_EXPORT_CONDITIONS, EXPORT_NUMBER, EVERYBODY},
    {"schools", WORD_EXPORT_SCHOOLS, EXPORT_NUMBER, EVERYBODY},
    {"people", WORD_EXPORT_PEOPLE, EXPORT_NUMBER, EVERYBODY},
    {"agreed", WORD_EXPORT_RATINGS_AGREED, EXPORT_NUMBER, EVERYBODY},
    {"named", WORD_EXPORT_NAMED, EXPORT_YES_NO, EVERYBODY},
    {"proposed_count", WORD_EXPORT_PROPOSED_COUNT, EXPORT_YES_NO, EVERYBODY},
    {"closed", WORD_EXPORT_CLOSED, EXPORT_YES_NO, EVERYBODY},
};

static enum error put_workshop(struct rows *rows)
{
    const struct export *what = rows->what;
    const struct workshop_item *w = &what->room->workshop;
    char about[EXPORT_READER_SIZE];
    unsigned people = 0;
    for (unsigned s = 0; s <= SCHOOLS_MAX; s++)
        people += what->room->schools[s].people;
    export_reader_text(about, what);
    rows_text(rows, w->title);
    rows_some(rows, (int32_t)w->day);
    rows_choice(rows, export_reader_word(what->reader), word(export_reader_title(what->reader)));
    rows_text(rows, about);
    rows_some(rows, (int32_t)day_of_time(what->now_ms));
    rows_text(rows, w->language);
    rows_figure(rows, w->condition_count);
    rows_figure(rows, w->school_count);
    rows_figure(rows, (int32_t)people);
    rows_figure(rows, what->room->progress[0].agreed);
    rows_figure(rows, w->named);
    rows_figure(rows, w->count_proposed);
    rows_figure(rows, w->closed);
    rows_end(rows);
    return ERROR_OK;
}

const struct rows_table rows_workshop = ROWS_TABLE(put_workshop, workshop_columns);

/* ---- conditions and their figures ---- */

static const struct export_column condition_columns[] = {
    {"number", WORD_EXPORT_NUMBER, EXPORT_NUMBER, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"condition", WORD_EXPORT_CONDITION, EXPORT_TEXT, EVERYBODY},
    {"question", WORD_EXPORT_QUESTION, EXPORT_TEXT, EVERYBODY},
};

static enum error put_conditions(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        rows_figure(rows, c);
        rows_condition(rows, c);
        rows_text(rows, room->conditions[c].question);
        rows_end(rows);
    }
    return ERROR_OK;
}

const struct rows_table rows_conditions = ROWS_TABLE(put_conditions, condition_columns);

/* Figures of a condition across schools, now or in an earlier review. */
#define SUMMARY_COLUMNS                                                                            \
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},                            \
        {"condition", WORD_EXPORT_CONDITION, EXPORT_TEXT, EVERYBODY},                              \
        {"counted", WORD_EXPORT_COUNTED, EXPORT_NUMBER, EVERYBODY},                                \
        {"of", WORD_EXPORT_OF, EXPORT_NUMBER, EVERYBODY},                                          \
        {"total", WORD_EXPORT_TOTAL, EXPORT_NUMBER, EVERYBODY},                                    \
        {"average", WORD_EXPORT_AVERAGE, EXPORT_TENTHS, EVERYBODY},                                \
        {"band", WORD_EXPORT_BAND, EXPORT_CHOICE, EVERYBODY},                                      \
        {"at_1", WORD_EXPORT_AT_1, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_2", WORD_EXPORT_AT_2, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_3", WORD_EXPORT_AT_3, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_4", WORD_EXPORT_AT_4, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_5", WORD_EXPORT_AT_5, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_6", WORD_EXPORT_AT_6, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_7", WORD_EXPORT_AT_7, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_8", WORD_EXPORT_AT_8, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_9", WORD_EXPORT_AT_9, EXPORT_NUMBER, EVERYBODY},                                      \
        {"at_10", WORD_EXPORT_AT_10, EXPORT_NUMBER, EVERYBODY},                                    \
        {"target_counted", WORD_EXPORT_TARGET_COUNTED, EXPORT_NUMBER, NAMED},                      \
    {                                                                                              \
        "target_average", WORD_EXPORT_TARGET_AVERAGE, EXPORT_TENTHS, NAMED                         \
    }

static const struct export_column spread_columns[] = {SUMMARY_COLUMNS};

static void put_band(struct rows *rows, unsigned band)
{
    static const char *const words[BAND_COUNT] = {"", "low", "medium", "high"};
    static const enum word texts[BAND_COUNT] = {0, WORD_EXPORT_LOW, WORD_EXPORT_MEDIUM,
                                                WORD_EXPORT_HIGH};
    if (band == BAND_NONE)
        rows_blank(rows);
    else
        rows_choice(rows, words[band], word(texts[band]));
}

/* Too few to be shown without names say how many there are and no more. */
static void put_summary(struct rows *rows, condition_id c, const struct summary_item *s)
{
    rows_condition(rows, c);
    rows_figure(rows, s->counted);
    rows_figure(rows, s->of);
    rows_if(rows, s->has_figures, s->total);
    rows_if(rows, s->has_figures, s->average);
    put_band(rows, s->has_figures ? s->band : BAND_NONE);
    for (unsigned v = 1; v <= RATING_MAX; v++)
        rows_if(rows, s->has_figures, s->spread[v]);
    rows_figure(rows, s->target_counted);
    rows_some(rows, s->target_average);
}

static enum error put_spread(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        put_summary(rows, c, &room->summaries[c]);
        rows_end(rows);
    }
    return ERROR_OK;
}

const struct rows_table rows_spread = ROWS_TABLE(put_spread, spread_columns);

/* ---- schools ---- */

static const struct export_column school_columns[] = {
    {"school", WORD_EXPORT_SCHOOL, EXPORT_TEXT, EVERYBODY},
    {"people", WORD_EXPORT_PEOPLE, EXPORT_NUMBER, EVERYBODY},
    {"named_room", WORD_EXPORT_NAMED_ROOM, EXPORT_CHOICE, FACILITATOR},
    {"named_summary", WORD_EXPORT_NAMED_SUMMARY, EXPORT_CHOICE, FACILITATOR},
    {"named_la", WORD_EXPORT_NAMED_LA_TITLE, EXPORT_CHOICE, FACILITATOR},
};

static void put_answer(struct rows *rows, unsigned answer)
{
    static const enum word texts[ANSWER_COUNT] = {WORD_EXPORT_NOT_SAID, WORD_EXPORT_YES,
                                                  WORD_EXPORT_NO};
    rows_choice(rows, answer_word((enum answer)answer), word(texts[answer]));
}

static enum error put_schools(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (uint16_t i = 0; i < room->school_count; i++) {
        school_id s = room->school_order[i];
        rows_school(rows, s);
        rows_figure(rows, room->schools[s].people);
        for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
            put_answer(rows, room->consents[s].answers[scope]);
        rows_end(rows);
    }
    return ERROR_OK;
}

const struct rows_table rows_schools = ROWS_TABLE(put_schools, school_columns);

/* ---- ratings ---- */

static const struct export_column rating_columns[] = {
    {"school", WORD_EXPORT_SCHOOL, EXPORT_TEXT, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"condition", WORD_EXPORT_CONDITION, EXPORT_TEXT, EVERYBODY},
    {"now", WORD_EXPORT_NOW, EXPORT_NUMBER, EVERYBODY},
    {"target", WORD_EXPORT_TARGET, EXPORT_NUMBER, EVERYBODY},
    {"distance", WORD_EXPORT_DISTANCE, EXPORT_NUMBER, EVERYBODY},
    {"months", WORD_EXPORT_MONTHS, EXPORT_NUMBER, EVERYBODY},
    {"state", WORD_EXPORT_STATE, EXPORT_CHOICE, EVERYBODY},
    {"note", WORD_EXPORT_NOTE, EXPORT_TEXT, FACILITATOR},
    {"agreed_with", WORD_EXPORT_AGREED_WITH, EXPORT_TEXT, FACILITATOR},
    {"agreed_on", WORD_EXPORT_AGREED_ON, EXPORT_DAY, FACILITATOR},
};

static void put_state(struct rows *rows, unsigned state)
{
    if (state == RATING_NONE)
        rows_blank(rows);
    else
        rows_choice(rows, rating_state_word((enum rating_state)state),
                    word(state == RATING_AGREED ? WORD_EXPORT_AGREED : WORD_EXPORT_PROPOSED));
}

/* What was said of a rating: of the one agreed, else of the newest proposal. */
static const struct figure *shown_figure(const struct talk_item *talk)
{
    const struct proposal *school = &talk->proposals[SIDE_SCHOOL];
    const struct proposal *manager = &talk->proposals[SIDE_MANAGER];
    if (talk->settled)
        return &talk->agreed;
    return school->revision > manager->revision ? &school->figure : &manager->figure;
}

static void put_rating(struct rows *rows, condition_id c, school_id s)
{
    const struct room *room = rows->what->room;
    const struct talk_item *talk = &room->talks[c][s];
    struct cell_item cell = room_cell(room, c, s);
    rows_school(rows, s);
    rows_condition(rows, c);
    rows_some(rows, cell.now);
    rows_some(rows, cell.target);
    rows_if(rows, cell.now && cell.target, cell.target - cell.now);
    rows_some(rows, cell.months);
    put_state(rows, cell.state);
    rows_text(rows, room->has_talk[c][s] ? shown_figure(talk)->note : "");
    rows_text(rows, talk->agreed_with);
    rows_some(rows, talk->settled ? (int32_t)day_of_time(talk->agreed_ms) : 0);
    rows_end(rows);
}

static enum error put_ratings(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (uint16_t i = 0; i < room->school_count; i++)
        for (condition_id c = 1; c <= room->workshop.condition_count; c++)
            put_rating(rows, c, room->school_order[i]);
    return ERROR_OK;
}

const struct rows_table rows_ratings = ROWS_TABLE(put_ratings, rating_columns);

/* ---- earlier reviews ---- */

static const struct export_column review_columns[] = {
    {"review_day", WORD_EXPORT_REVIEW_DAY, EXPORT_DAY, EVERYBODY},
    {"review", WORD_EXPORT_REVIEW, EXPORT_TEXT, EVERYBODY},
    SUMMARY_COLUMNS,
};

static void begin_review(struct rows *rows, review_id r)
{
    rows_figure(rows, (int32_t)rows->what->room->reviews[r].day);
    rows_text(rows, rows->what->room->reviews[r].title);
}

static enum error put_reviews(struct rows *rows)
{
    const struct room *room = rows->what->room;
    review_id order[REVIEWS_MAX];
    uint8_t count = history_order(room, order);
    for (uint8_t i = 0; i < count; i++)
        for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
            begin_review(rows, order[i]);
            put_summary(rows, c, &room->past_summaries[order[i]][c]);
            rows_end(rows);
        }
    return ERROR_OK;
}

const struct rows_table rows_reviews = ROWS_TABLE(put_reviews, review_columns);

static const struct export_column past_columns[] = {
    {"review_day", WORD_EXPORT_REVIEW_DAY, EXPORT_DAY, EVERYBODY},
    {"review", WORD_EXPORT_REVIEW, EXPORT_TEXT, EVERYBODY},
    {"school", WORD_EXPORT_SCHOOL, EXPORT_TEXT, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"condition", WORD_EXPORT_CONDITION, EXPORT_TEXT, EVERYBODY},
    {"now", WORD_EXPORT_NOW, EXPORT_NUMBER, EVERYBODY},
    {"target", WORD_EXPORT_TARGET, EXPORT_NUMBER, EVERYBODY},
};

static void put_past(struct rows *rows, review_id r, school_id s)
{
    const struct past *past = &rows->what->room->pasts[r][s];
    for (condition_id c = 1; c <= rows->what->room->workshop.condition_count; c++) {
        if (!past->now[c])
            continue;
        begin_review(rows, r);
        rows_school(rows, s);
        rows_condition(rows, c);
        rows_figure(rows, past->now[c]);
        rows_some(rows, past->target[c]);
        rows_end(rows);
    }
}

static enum error put_pasts(struct rows *rows)
{
    const struct room *room = rows->what->room;
    review_id order[REVIEWS_MAX];
    uint8_t count = history_order(room, order);
    for (uint8_t i = 0; i < count; i++)
        for (uint16_t at = 0; at < room->school_count; at++)
            put_past(rows, order[i], room->school_order[at]);
    return ERROR_OK;
}

const struct rows_table rows_past = ROWS_TABLE(put_pasts, past_columns);
