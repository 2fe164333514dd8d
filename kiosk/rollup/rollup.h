#ifndef PLENARY_ROLLUP_ROLLUP_H
#define PLENARY_ROLLUP_ROLLUP_H

/* Many clusters side by side, for their local authority: how each condition stands in each cluster,
 * what is general across them, and what was marked for the authority. Each cluster is read from
 * its workshop's file as the local authority may see it (model/portray.h, AUDIENCE_LA), and no
 * school's name is kept: clusters are called by their workshops' titles, and where people typed
 * the name of a school of their cluster, "a school" stands instead (rollup/names.h).
 *
 * Where not every school of a cluster has said yes to its name, and fewer than five ratings of a
 * condition are agreed, there is no figure of it, and it is in no total either.
 *
 * General is what two thirds of those counted have low, or all have high, from three on
 * (analysis/standing.h): asked of all schools together, and of the clusters by the bands of their
 * averages. Conditions are the same where their packs give them the same id; other ids stand
 * apart.
 *
 * One model, one room: what was read is kept in temporary files of records of fixed size, so that
 * memory does not grow with the clusters, but for 32 bytes each to know a workshop again, and some
 * 3 KB each in a PDF while it is written, for its tags. */

#include "analysis/summary.h"
#include "base/error.h"
#include "model/room.h"

enum {
    ROLLUP_FILES_MAX = 100000,
    ROLLUP_CONDITIONS_MAX = 64, /* different ids in all packs together */
    ROLLUP_TITLE_SIZE = 2 * TITLE_SIZE,
    ROLLUP_TEXT_SIZE = 2048, /* a matter, or the answer to it */
};

/* A condition in one cluster. */
struct rollup_cell {
    bool asked;       /* its pack has the condition */
    bool has_figures; /* else only `counted` and `of` are told */
    uint8_t band;     /* enum band, of the average */
    uint16_t counted, of;
    uint16_t total, average;    /* the average in tenths */
    uint16_t low, medium, high; /* schools in each band */
};

struct rollup_cluster {
    char title[ROLLUP_TITLE_SIZE];
    uint32_t day; /* when the workshop was held (base/day.h) */
    uint16_t schools;
    struct rollup_cell cells[ROLLUP_CONDITIONS_MAX]; /* in the order of rollup_condition */
};

/* Something that a cluster put to the local authority. */
struct rollup_matter {
    uint32_t cluster; /* its number, from 0 */
    char title[ROLLUP_TITLE_SIZE];
    uint8_t kind;                  /* enum finding_kind */
    char text[ROLLUP_TEXT_SIZE];   /* a sentence */
    char facts[ROLLUP_TEXT_SIZE];  /* the figures it rests on; may be empty */
    char answer[ROLLUP_TEXT_SIZE]; /* the local authority's; may be empty */
};

/* How a row of ones that are counted stands as a whole. */
enum rollup_general { ROLLUP_VARIES, ROLLUP_GENERAL_LOW, ROLLUP_GENERAL_HIGH };

/* A condition over all clusters. Figures are of the clusters that have some. */
struct rollup_condition {
    char id[ID_SIZE];
    char name[TITLE_SIZE];
    char tight[LABEL_SIZE];
    uint32_t asked, shown; /* clusters whose pack has it; of them with figures */
    uint32_t counted, of;  /* schools counted where there are figures; schools where it is asked */
    uint32_t total;
    uint32_t low, medium, high;                            /* schools in each band */
    uint32_t clusters_low, clusters_medium, clusters_high; /* by the bands of their averages */
    uint16_t average;                                      /* of all schools counted, in tenths */
    uint8_t band;
    uint8_t general_schools, general_clusters; /* enum rollup_general */
    bool for_la; /* over the clusters as within one: low, most of them low, none high */
};

struct rollup;

/* Makes one with room for so many files, at most ROLLUP_FILES_MAX. ERROR_MEMORY, IO. */
CHECKED enum error rollup_create(struct rollup **out, unsigned files, struct trouble *trouble);
void rollup_destroy(struct rollup **rollup);

/* Reads a workshop's file and takes the cluster in. Otherwise the file is left out and counted, and
 * `trouble` names it: it is absent, damaged, newer, in use, no workshop; ERROR_EXISTS: the workshop
 * has been taken in already. */
CHECKED enum error rollup_add(struct rollup *rollup, const char *path, struct trouble *trouble);

/* Reckons what is general, once all are in; nothing is added after it. ERROR_FULL, IO: what was
 * read could not be kept. */
CHECKED enum error rollup_finish(struct rollup *rollup, struct trouble *trouble);

/* What there is. Matters are in the order of their clusters, clusters in that of their files. */
struct rollup_counts {
    uint32_t clusters, matters, schools;
    uint32_t left_out;   /* files */
    uint32_t conditions; /* at most ROLLUP_CONDITIONS_MAX */
    uint32_t beyond;     /* conditions of clusters that there was no room for */
};
struct rollup_counts rollup_counts(const struct rollup *rollup);

/* Of a number from 0. The condition is borrowed; the others are read back: ERROR_IO. */
const struct rollup_condition *rollup_condition(const struct rollup *rollup, unsigned number);
CHECKED enum error rollup_cluster(struct rollup_cluster *out, const struct rollup *rollup,
                                  unsigned number, struct trouble *trouble);
CHECKED enum error rollup_matter(struct rollup_matter *out, const struct rollup *rollup,
                                 unsigned number, struct trouble *trouble);

/* ---- writers: whole files or none (files/whole.h), readable to whoever wrote them alone. On
 * failure `trouble` names the file. `now_ms` is the day that they bear. */

/* Three tables with a head, blank lines between: conditions over all, conditions by clusters, a row
 * for each of the two, and matters. Texts as in export/export.h. */
CHECKED enum error rollup_csv(const char *path, const struct rollup *rollup, int64_t now_ms,
                              struct trouble *trouble);

/* The same as a workbook, with clusters and conditions side by side as well. */
CHECKED enum error rollup_xlsx(const char *path, const struct rollup *rollup, int64_t now_ms,
                               struct trouble *trouble);

/* The same to read and print: a PDF, sideways, readable without colour. */
CHECKED enum error rollup_pdf(const char *path, const struct rollup *rollup, int64_t now_ms,
                              struct trouble *trouble);

#endif
