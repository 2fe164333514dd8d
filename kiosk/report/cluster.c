#include "report/cluster.h"

#include "report/cluster_parts.h"

#include "words/date.h"
#include "words/words.h"
#include "phrase/phrase.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

void cluster_section(struct cluster_report *r, double keep, const char *title)
{
    struct cluster_sections *s = &r->written;
    block_heading(&r->page, 1, true, keep, title);
    assert(s->count < CLUSTER_SECTIONS_MAX);
    s->titles[s->count] = title;
    s->pages[s->count++] = r->page.number;
}

static const struct {
    enum word title, unnamed, named;
} readers[AUDIENCE_COUNT] = {
    [AUDIENCE_SUMMARY] = {WORD_EXPORT_FOR_CLUSTER, WORD_EXPORT_UNNAMED_CLUSTER,
                          WORD_EXPORT_NAMED_CLUSTER},
    [AUDIENCE_LA] = {WORD_EXPORT_FOR_LA, WORD_EXPORT_UNNAMED_LA, WORD_EXPORT_NAMED_LA},
    [AUDIENCE_FACILITATOR] = {WORD_EXPORT_FOR_FACILITATOR, WORD_EXPORT_CONFIDENTIAL,
                              WORD_EXPORT_CONFIDENTIAL},
};

static void write_reader(struct cluster_report *r)
{
    enum { PANEL = 14 };
    struct page *page = &r->page;
    bool named = r->room->workshop.named;
    double top = page->y;
    block_gap(page, PANEL);
    block_text(page, PANEL + 4, block_subhead, word(readers[r->reader].title));
    block_text(page, PANEL + 4, block_body,
               word(named ? readers[r->reader].named : readers[r->reader].unnamed));
    block_text(page, PANEL + 4, block_quiet, word(WORD_REPORT_NO_RANKING));
    block_gap(page, PANEL - 6);
    page_fill(page, PAGE_MARGIN, top, 4, page->y - top, TOKEN_ACCENT);
    block_gap(page, 8);
}

static void write_took_part(struct cluster_report *r)
{
    const struct room *room = r->room;
    char schools[PHRASE_SIZE], text[PHRASE_SIZE + 64], *names = calloc(SCHOOLS_MAX, NAME_SIZE + 2);
    unsigned people = 0;
    size_t used = 0, size = (size_t)SCHOOLS_MAX * (NAME_SIZE + 2);
    for (uint16_t i = 0; names && i < room->school_count; i++)
        used += (size_t)snprintf(names + used, size - used, "%s%s", i ? ", " : "",
                                 room->schools[room->school_order[i]].name);
    for (school_id s = 0; s <= SCHOOLS_MAX; s++)
        people += room->schools[s].people;
    if (used || people)
        block_heading(&r->page, 2, false, 40, word(WORD_REPORT_TOOK_PART));
    phrase_schools(schools, room->school_count);
    schools[0] =
        (char)(schools[0] >= 'a' && schools[0] <= 'z' ? schools[0] - 'a' + 'A' : schools[0]);
    snprintf(text, sizeof text, word(WORD_REPORT_SCHOOLS), schools);
    if (room->school_count)
        block_text(&r->page, 0, block_quiet, text);
    if (used)
        block_text(&r->page, 0, block_body, names);
    free(names);
    snprintf(text, sizeof text, word(people == 1 ? WORD_REPORT_PERSON : WORD_REPORT_PEOPLE),
             people);
    if (people)
        block_text(&r->page, 0, block_quiet, text);
}

static void write_contents(struct cluster_report *r)
{
    static const struct block_column columns[] = {{NULL, 0, PAGE_START}, {NULL, 70, PAGE_END}};
    const struct block_table table = {
        .columns = columns, .count = 2, .style = {.size = 10.5}, .width = 320};
    const struct cluster_sections *known = &r->known;
    if (!known->count)
        return;
    block_heading(&r->page, 2, false, 60, word(WORD_REPORT_CONTENTS));
    block_table_begin(&r->page, &table);
    for (int i = 0; i < known->count; i++) {
        char at[32];
        snprintf(at, sizeof at, word(WORD_REPORT_PAGE), known->pages[i]);
        const struct block_cell cells[] = {{.text = known->titles[i]}, {.text = at, .quiet = true}};
        block_row(&r->page, &table, cells);
    }
    block_table_end(&r->page);
}

void cluster_cover(struct cluster_report *r)
{
    char day[WORD_DATE_SIZE], text[WORD_DATE_SIZE + 64];
    word_day_long(day, r->room->workshop.day, 0);
    snprintf(text, sizeof text, word(WORD_REPORT_OF_DAY), day);
    r->page.y += 24;
    block_heading(&r->page, 0, true, 0, r->room->workshop.title);
    block_text(&r->page, 0, (struct page_style){.size = 14, .quiet = true}, text);
    block_gap(&r->page, 12);
    write_reader(r);
    write_took_part(r);
    write_contents(r);
}

/* Upright, but for what turns the page itself. */
static void write_all(struct cluster_report *r)
{
    static void (*const parts[])(struct cluster_report *) = {
        cluster_cover,      cluster_grid,   cluster_past, cluster_findings,
        cluster_priorities, cluster_votes,  cluster_plan, cluster_boards,
        cluster_evaluation, cluster_people, cluster_notes};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (r->page.width > r->page.height)
            page_turn(&r->page, false);
        parts[i](r);
    }
}

static enum error write_once(struct cluster_report *r, const char *path, int64_t now_ms,
                             struct trouble *trouble)
{
    char day[WORD_DATE_SIZE], foot[TITLE_SIZE + WORD_DATE_SIZE + 8];
    word_day_long(day, r->room->workshop.day, 0);
    snprintf(foot, sizeof foot, word(WORD_REPORT_NAME), r->room->workshop.title, day);
    const struct page_setup setup = {.path = path,
                                     .reader = WHOLE_OWN,
                                     .title = foot,
                                     .subject = word(readers[r->reader].title),
                                     .foot = foot,
                                     .language = r->room->workshop.language,
                                     .made_ms = now_ms,
                                     .training = r->room->workshop.training};
    r->written = (struct cluster_sections){0};
    enum error e = page_open(&r->page, &setup, trouble);
    if (e != ERROR_OK)
        return e;
    write_all(r);
    return page_close(&r->page, trouble);
}

/* Rehearsed twice: the second time the list of sections is there, which may itself fill a page. */
enum error report_cluster(const char *path, const struct room *room, enum audience_kind reader,
                          int64_t now_ms, struct trouble *trouble)
{
    enum { REHEARSALS = 2 };
    struct cluster_report *r = calloc(1, sizeof *r);
    enum error e = r ? ERROR_OK : ERROR_MEMORY;
    assert(readers[reader].title);
    for (int i = 0; i < REHEARSALS && e == ERROR_OK; i++) {
        r->room = room;
        r->reader = reader;
        e = write_once(r, NULL, now_ms, trouble);
        r->known = r->written;
    }
    if (e == ERROR_OK)
        e = write_once(r, path, now_ms, trouble);
    free(r);
    return e;
}
