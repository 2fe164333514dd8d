/* What the grid says, in the order told, and what was put to the local authority with its answers.
 */

#include "report/cluster_parts.h"

#include "phrase/phrase.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>

enum { KEEP = 60 };

static void write_answer(struct cluster_report *r, const struct room_finding *f, double indent)
{
    char text[PHRASE_SIZE];
    if (f->answer[0])
        snprintf(text, sizeof text, word(WORD_REPORT_LA_ANSWER), f->answer);
    else
        snprintf(text, sizeof text, "%s", word(WORD_REPORT_LA_TO_COME));
    block_text(&r->page, indent, f->answer[0] ? block_body : block_quiet, text);
}

static void write_finding(struct cluster_report *r, const struct room_finding *f)
{
    enum { INDENT = 12 };
    char text[PHRASE_SIZE];
    phrase_finding(text, r->room, f);
    page_need(&r->page, 2 * page_measure(&r->page, 0, block_body, "A") + 8);
    block_entry(&r->page, 0, NULL, block_body, text);
    phrase_facts(text, r->room, f);
    r->page.y -= 3;
    if (text[0])
        block_text(&r->page, INDENT, block_small_quiet, text);
    r->page.y += 3;
}

/* A heading wherever the kind changes: findings may have been moved. */
static void write_findings(struct cluster_report *r, const struct room_finding *told,
                           unsigned count)
{
    bool hidden = false;
    for (unsigned i = 0; i < count; i++) {
        bool begins = i == 0 || told[i].kind != told[i - 1].kind;
        if (told[i].hidden && !hidden)
            block_heading(&r->page, 2, false, KEEP, word(WORD_REPORT_HIDDEN));
        else if (begins && !told[i].hidden)
            block_heading(&r->page, 2, false, KEEP,
                          phrase_head(r->room, (enum finding_kind)told[i].kind));
        if (begins || (told[i].hidden && !hidden))
            block_list(&r->page);
        hidden = told[i].hidden;
        write_finding(r, &told[i]);
        bool ends = i + 1 == count || told[i + 1].kind != told[i].kind ||
                    told[i + 1].hidden != told[i].hidden;
        if (ends)
            block_list_end(&r->page);
    }
}

static void write_la(struct cluster_report *r, const struct room_finding *told, unsigned count)
{
    bool begun = false;
    for (unsigned i = 0; i < count; i++) {
        char text[PHRASE_SIZE];
        if (!told[i].for_la || told[i].hidden)
            continue;
        if (!begun)
            cluster_section(r, KEEP, word(WORD_FINDINGS_LA_MARKED));
        begun = true;
        phrase_finding(text, r->room, &told[i]);
        block_text(&r->page, 0, block_body_bold, text);
        write_answer(r, &told[i], 12);
        block_gap(&r->page, 4);
    }
}

/* Those for this reader: hidden ones, which come last, are the facilitator's alone. */
static unsigned read_findings(struct room_finding *told, const struct cluster_report *r)
{
    unsigned count = room_findings(told, r->room);
    while (r->reader != AUDIENCE_FACILITATOR && count && told[count - 1].hidden)
        count--;
    return count;
}

void cluster_findings(struct cluster_report *r)
{
    struct room_finding *told = calloc(ROOM_FINDINGS_MAX, sizeof *told);
    unsigned count = told ? read_findings(told, r) : 0;
    if (count) {
        page_turn(&r->page, false);
        cluster_section(r, 100, word(WORD_FINDINGS_TITLE));
        write_findings(r, told, count);
        write_la(r, told, count);
    }
    free(told);
}
