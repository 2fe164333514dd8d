#ifndef PLENARY_REPORT_CLUSTER_PARTS_H
#define PLENARY_REPORT_CLUSTER_PARTS_H

/* Within report/ only: the parts of the cluster's report, each in a file of its own. A part with
 * nothing to tell writes nothing. The whole is written twice, first to nowhere, so that the first
 * page can say on which page each section stands. */

#include "model/project.h"
#include "model/room.h"
#include "report/block.h"

enum { CLUSTER_SECTIONS_MAX = 16 };

struct cluster_sections {
    int count;
    const char *titles[CLUSTER_SECTIONS_MAX];
    int pages[CLUSTER_SECTIONS_MAX];
};

struct cluster_report {
    struct page page;
    const struct room *room;
    enum audience_kind reader;
    struct cluster_sections known;   /* from the rehearsal */
    struct cluster_sections written; /* so far */
};

/* A section's heading with its bookmark; borrowed. It wants `keep` points under it on its page. */
void cluster_section(struct cluster_report *r, double keep, const char *title);

void cluster_cover(struct cluster_report *r);
void cluster_grid(struct cluster_report *r);
void cluster_past(struct cluster_report *r);
void cluster_findings(struct cluster_report *r);
void cluster_priorities(struct cluster_report *r);
void cluster_votes(struct cluster_report *r);
void cluster_boards(struct cluster_report *r);
void cluster_plan(struct cluster_report *r);
void cluster_evaluation(struct cluster_report *r);
void cluster_people(struct cluster_report *r);
void cluster_notes(struct cluster_report *r);

/* How the columns of schools stand in a table across a page turned sideways: one or several tables,
 * with names lying or upright. */
struct cluster_columns {
    int tables, per_table;
    double width;   /* of a school's column */
    double upright; /* block_table: 0 where names lie */
    bool tight;     /* conditions by their tight names */
    double label, gap;
};

/* `beside` is the width of the columns after the schools, with their gaps. */
struct cluster_columns cluster_columns(struct cluster_report *r, double beside);

/* "4  Cluster arrangements". */
enum { CLUSTER_LABEL_SIZE = TITLE_SIZE + 16 };
void cluster_label(char to[CLUSTER_LABEL_SIZE], const struct room *room, condition_id condition,
                   bool tight);

/* True when nothing in the average is still open. */
bool cluster_is_settled(const struct room *room, condition_id condition, bool target);

#endif
