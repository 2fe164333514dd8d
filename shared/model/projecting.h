#ifndef PLENARY_MODEL_PROJECTING_H
#define PLENARY_MODEL_PROJECTING_H

/* Within model/ only: what the project_*.c files share. A projection gives the items of one kind to
 * one audience; which audiences it is for stands in the table in project.c. */

#include "analysis/summary.h"
#include "model/project.h"

/* One projection under way. */
struct projecting {
    const struct model *model;
    const struct live *live;
    struct audience audience;
    bool named; /* this audience sees names beside ratings */
    item_sink *sink;
    void *context;
    struct item *item;
};

typedef void projection(struct projecting *p);

/* Starts an item and gives back its body, which is empty. Then it is given out. */
void *projecting_start(struct projecting *p, enum item_kind kind, uint16_t a, uint16_t b);
void projecting_emit(struct projecting *p);

/* The figures of a condition across schools: without names only where enough schools are `agreed`.
 */
void projecting_figures(const struct projecting *p, struct summary_item *summary,
                        const struct analysis_summary *sum, uint16_t agreed);

bool projecting_for_facilitator(const struct projecting *p);
/* For a reader of what is written when all is over: nothing in it comes and goes. */
bool projecting_is_written(const struct projecting *p);
enum naming projecting_naming(enum audience_kind kind);

projection project_cells, project_all_talks, project_summaries, project_progress,
    project_every_school, project_own_school; /* ratings */
projection project_rounds, project_missing, project_school_readings, project_all_readings,
    project_own_slips; /* rounds */
projection project_findings;
projection project_school_actions, project_all_actions, project_public_actions, project_own_actions;

projection project_ballots, project_turnouts, project_school_papers, project_own_papers,
    project_named_papers, project_priorities; /* ballots */
projection project_reviews, project_pasts, project_school_pasts;
projection project_characters, project_cards, project_own_card, project_moments,
    project_conducting; /* training */
projection project_boards, project_notes, project_own_notes, project_undo;

#endif
