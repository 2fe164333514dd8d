#include "model/findings.h"

#include "analysis/standing.h"
#include "analysis/summary.h"
#include "analysis/support.h"

#include <string.h>

/* One reading of a room under way. Conditions are looked at one by one, and those with figures
 * gathered for the choices among them. */
struct finding_reader {
    const struct room *room;
    unsigned count;
    struct finding_key {
        uint8_t kind, number;
    } told[ROOM_FINDINGS_MAX]; /* as the figures tell them */
    uint8_t rated_count;
    condition_id rated[CONDITIONS_MAX];   /* those with figures */
    uint16_t averages[CONDITIONS_MAX];    /* of them */
    uint16_t gaps[CONDITIONS_MAX + 1];    /* by condition; 0: none to speak of */
    uint16_t targets[CONDITIONS_MAX + 1]; /* average target of those who have one */
    uint16_t load[SCHOOLS_MAX];           /* by place in the alphabet: how often asked to help */
};

static uint16_t in_band(const struct summary_item *summary, enum band band)
{
    uint16_t schools = 0;
    for (int v = 1; v <= RATING_MAX; v++)
        if (analysis_band(v) == band)
            schools = (uint16_t)(schools + summary->spread[v]);
    return schools;
}

/* The rating of a school that is counted; 0: none, or not to be seen. */
static struct cell_item counted_cell(const struct room *room, condition_id c, school_id s)
{
    struct cell_item cell = room_cell(room, c, s);
    bool counts = cell.state == RATING_AGREED ||
                  (cell.state == RATING_PROPOSED && room->workshop.count_proposed);
    return counts && room->workshop.named ? cell : (struct cell_item){0};
}

/* Now and target of the same schools: those that have said where they want to be. */
static void read_gap(struct finding_reader *r, condition_id c)
{
    uint32_t now = 0, target = 0, schools = 0;
    for (uint16_t i = 0; i < r->room->school_count; i++) {
        struct cell_item cell = counted_cell(r->room, c, r->room->school_order[i]);
        if (!cell.now || !cell.target)
            continue;
        schools++;
        now += cell.now;
        target += cell.target;
    }
    if (schools < STANDING_SCHOOLS_LEAST || target < now)
        return;
    r->gaps[c] = (uint16_t)(((uint64_t)(target - now) * 20 + schools) / (schools * 2));
    r->targets[c] = analysis_average_tenths(target, schools);
}

static void read_figures(struct finding_reader *r)
{
    for (condition_id c = 1; c <= r->room->workshop.condition_count && c <= CONDITIONS_MAX; c++) {
        if (!r->room->summaries[c].has_figures)
            continue;
        r->rated[r->rated_count] = c;
        r->averages[r->rated_count++] = r->room->summaries[c].average;
        read_gap(r, c);
    }
}

/* Those of the list told so far that are of that kind and condition. */
static bool is_told(const struct finding_reader *r, enum finding_kind kind, uint8_t number)
{
    for (unsigned i = 0; i < r->count; i++)
        if (r->told[i].kind == kind && r->told[i].number == number)
            return true;
    return false;
}

static void add_schools(struct finding_reader *r, struct room_finding *f, enum band band)
{
    for (uint16_t i = 0; i < r->room->school_count; i++) {
        school_id school = r->room->school_order[i];
        if (analysis_band(counted_cell(r->room, f->number, school).now) == band)
            f->schools[f->school_count++] = school;
    }
}

static void add_support(struct finding_reader *r, struct room_finding *f)
{
    const struct summary_item *summary = &r->room->summaries[f->number];
    uint8_t ratings[SCHOOLS_MAX] = {0};
    struct analysis_pair pairs[SCHOOLS_MAX];
    f->giver_least = analysis_giver_least(summary->spread);
    for (unsigned v = f->giver_least; v && v <= RATING_MAX; v++)
        f->givers = (uint16_t)(f->givers + summary->spread[v]);
    for (uint16_t i = 0; i < r->room->school_count; i++)
        ratings[i] = counted_cell(r->room, f->number, r->room->school_order[i]).now;
    f->pair_count = analysis_support(pairs, r->load, ratings, r->room->school_count);
    for (uint16_t i = 0; i < f->pair_count; i++)
        f->pairs[i] = (struct finding_pair){r->room->school_order[pairs[i].giver],
                                            r->room->school_order[pairs[i].taker]};
}

static void add_facts(struct finding_reader *r, struct room_finding *f)
{
    const struct summary_item *summary = &r->room->summaries[f->number];
    f->counted = summary->counted;
    f->low = in_band(summary, BAND_LOW);
    f->medium = in_band(summary, BAND_MEDIUM);
    f->high = in_band(summary, BAND_HIGH);
    f->average = summary->average;
    f->band = summary->band;
    f->target_average = r->targets[f->number];
    f->gap = r->gaps[f->number];
    if (f->kind == FINDING_STRENGTH)
        add_schools(r, f, BAND_HIGH);
    if (f->kind == FINDING_NEED)
        add_schools(r, f, BAND_LOW);
    if (f->kind == FINDING_SUPPORT)
        add_support(r, f);
}

static void tell(struct finding_reader *r, enum finding_kind kind, uint8_t number)
{
    if (!is_told(r, kind, number))
        r->told[r->count++] = (struct finding_key){(uint8_t)kind, number};
}

/* The conditions whose averages stand out, the plainest first, but for those in the wrong band. */
static void tell_standing(struct finding_reader *r, enum finding_kind kind, enum band but)
{
    bool well = kind == FINDING_WELL;
    uint8_t chosen[CONDITIONS_MAX];
    uint8_t count = analysis_stand_out(chosen, r->averages, r->rated_count,
                                       well ? STANDING_WELL : STANDING_PRIORITY,
                                       well ? STANDING_WELL : STANDING_PRIORITY_LEAST, !well);
    for (uint8_t i = 0; i < count; i++)
        if (analysis_band_of_tenths(r->averages[chosen[i]]) != but)
            tell(r, kind, (uint8_t)r->rated[chosen[i]]);
}

static void tell_gaps(struct finding_reader *r)
{
    uint8_t chosen[CONDITIONS_MAX], with_gap[CONDITIONS_MAX], count = 0;
    uint16_t gaps[CONDITIONS_MAX];
    for (uint8_t i = 0; i < r->rated_count; i++)
        if (r->targets[r->rated[i]]) {
            with_gap[count] = (uint8_t)r->rated[i];
            gaps[count++] = r->gaps[r->rated[i]];
        }
    uint8_t widest = analysis_stand_out(chosen, gaps, count, STANDING_GAP, STANDING_GAP, false);
    for (uint8_t i = 0; i < widest; i++)
        if (gaps[chosen[i]] >= STANDING_GAP_LEAST)
            tell(r, FINDING_GAP, with_gap[chosen[i]]);
}

/* How plainly the spread of one condition says it, for the kinds told of every condition of which
 * it is true; 0: it is not. */
static uint32_t plainness(const struct summary_item *summary, enum finding_kind kind)
{
    uint32_t low = in_band(summary, BAND_LOW), medium = in_band(summary, BAND_MEDIUM);
    uint32_t high = in_band(summary, BAND_HIGH), lower = RATING_MAX * 10 + 1U - summary->average;
    uint32_t giver_least = analysis_giver_least(summary->spread);
    switch (kind) {
    case FINDING_GENERAL:
        return analysis_is_general(low, medium, high) ? 1 + (low > high ? low : high) : 0;
    case FINDING_STRENGTH:
        return high;
    case FINDING_NEED:
        return low;
    case FINDING_SUPPORT: /* the better the help, then the more who gain, then the more needed */
        return giver_least ? (giver_least * SCHOOLS_MAX + low) * 128 + lower : 0;
    case FINDING_LA:
        return analysis_is_for_la(low, medium, high, summary->average) ? lower : 0;
    default:
        return 0;
    }
}

static void tell_plainest_first(struct finding_reader *r, enum finding_kind kind)
{
    uint32_t plain[CONDITIONS_MAX];
    for (uint8_t i = 0; i < r->rated_count; i++)
        plain[i] = plainness(&r->room->summaries[r->rated[i]], kind);
    for (;;) {
        uint8_t best = 0;
        for (uint8_t i = 1; i < r->rated_count; i++)
            if (plain[i] > plain[best])
                best = i;
        if (!r->rated_count || !plain[best])
            return;
        tell(r, kind, (uint8_t)r->rated[best]);
        plain[best] = 0;
    }
}

/* What the facilitator took up stays, whatever the figures say by now. */
static void tell_taken_up(struct finding_reader *r, enum finding_kind kind)
{
    for (uint8_t i = 0; i < r->rated_count; i++) {
        const struct finding_item *item = &r->room->findings[kind][r->rated[i]];
        if (item->for_la || item->text[0] || item->answer[0])
            tell(r, kind, (uint8_t)r->rated[i]);
    }
}

static void tell_kind(struct finding_reader *r, enum finding_kind kind)
{
    if (kind == FINDING_WELL || kind == FINDING_PRIORITY)
        tell_standing(r, kind, kind == FINDING_WELL ? BAND_LOW : BAND_HIGH);
    else if (kind == FINDING_GAP)
        tell_gaps(r);
    else
        tell_plainest_first(r, kind);
    tell_taken_up(r, kind);
}

static void tell_added(struct finding_reader *r)
{
    for (uint8_t n = 1; n <= ADDED_MAX; n++)
        if (r->room->findings[FINDING_ADDED][n].text[0])
            tell(r, FINDING_ADDED, n);
}

static const struct finding_item *item_of(const struct finding_reader *r, unsigned told)
{
    return &r->room->findings[r->told[told].kind][r->told[told].number];
}

/* The next to be told of those that are left: that with the lowest rank up to `place`, else the
 * next without, else the lowest rank there is; hidden ones when all else is told. */
static unsigned next_told(const struct finding_reader *r, const bool *taken, unsigned place)
{
    unsigned ranked = r->count, plain = r->count, hidden = r->count;
    for (unsigned i = r->count; i-- > 0;) {
        const struct finding_item *item = item_of(r, i);
        if (taken[i])
            continue;
        if (item->hidden)
            hidden = i;
        else if (!item->rank)
            plain = i;
        else if (ranked == r->count || item->rank <= item_of(r, ranked)->rank)
            ranked = i;
    }
    bool due = ranked < r->count && item_of(r, ranked)->rank <= place;
    if (due || (plain == r->count && ranked < r->count))
        return ranked;
    return plain < r->count ? plain : hidden;
}

/* For each that is told its place among all, from 0. */
static void arrange(const struct finding_reader *r, unsigned places[ROOM_FINDINGS_MAX])
{
    bool taken[ROOM_FINDINGS_MAX] = {false};
    for (unsigned place = 0; place < r->count; place++) {
        unsigned next = next_told(r, taken, place + 1);
        taken[next] = true;
        places[next] = place;
    }
}

unsigned room_findings(struct room_finding out[ROOM_FINDINGS_MAX], const struct room *room)
{
    struct finding_reader r = {.room = room};
    unsigned places[ROOM_FINDINGS_MAX];
    read_figures(&r);
    for (unsigned kind = 0; kind < FINDING_ADDED; kind++)
        tell_kind(&r, (enum finding_kind)kind);
    tell_added(&r);
    arrange(&r, places);
    for (unsigned i = 0; i < r.count; i++) {
        const struct finding_item *item = item_of(&r, i);
        struct room_finding *f = &out[places[i]];
        *f = (struct room_finding){.kind = r.told[i].kind,
                                   .number = r.told[i].number,
                                   .hidden = item->hidden,
                                   .for_la = item->for_la,
                                   .text = item->text,
                                   .answer = item->answer};
        if (f->kind != FINDING_ADDED)
            add_facts(&r, f);
    }
    return r.count;
}
