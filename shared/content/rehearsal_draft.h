#ifndef PLENARY_CONTENT_REHEARSAL_DRAFT_H
#define PLENARY_CONTENT_REHEARSAL_DRAFT_H

/* Within content/ only: a rehearsal pack's file as libcyaml leaves it in memory. What the file says
 * by name (a school, a role, a condition by its id) has a place here until it is found; all else
 * lies in the structs of rehearsal.h already. What roles say stands under keys of the author's own,
 * which libcyaml knows nothing of: rehearsal_sense.c takes it from the tree. */

#include "content/form.h"
#include "content/rehearsal.h"

struct rehearsal_school_draft {
    struct rehearsal_school school; /* the name */
    uint8_t now_count, target_count, months_count;
    uint8_t now[CONDITIONS_MAX], target[CONDITIONS_MAX], months[CONDITIONS_MAX];
};

struct rehearsal_proposal_draft {
    struct rehearsal_proposal proposal; /* all but the condition */
    char condition[ID_SIZE];
};

struct rehearsal_leaves_draft {
    uint8_t at; /* enum stage_kind */
    uint16_t minutes;
};

struct rehearsal_role_draft {
    struct rehearsal_role role; /* all but what stands below */
    char school[NAME_SIZE];
    char defends[ID_SIZE];
    uint8_t vote_count, propose_count;
    char votes[CONDITIONS_MAX][ID_SIZE];
    struct rehearsal_proposal_draft proposes[REHEARSAL_PROPOSES_MAX];
    struct rehearsal_leaves_draft leaves;
};

struct rehearsal_act_draft {
    struct rehearsal_act act; /* all but role and condition */
    char role[NAME_SIZE];
    char condition[ID_SIZE];
};

struct rehearsal_moment_draft {
    char title[TITLE_SIZE];
    uint8_t act_count;
    struct rehearsal_act_draft acts[REHEARSAL_ACTS_MAX];
};

struct rehearsal_draft {
    char id[ID_SIZE];
    char title[TITLE_SIZE];
    char about[MEMO_SIZE];
    char language[ID_SIZE];
    char agenda[ID_SIZE];
    uint8_t order;
    uint8_t school_count, role_count, moment_count;
    struct rehearsal_school_draft *schools;
    struct rehearsal_role_draft *roles;
    struct rehearsal_moment_draft *moments;
};

/* What the sense of a rehearsal pack fills on its way. */
struct rehearsal_reading {
    struct rehearsal_pack *pack; /* what each role says, by its place in the file */
    struct pack *content;        /* the agenda's, in which headings and conditions are looked up;
                                  * NULL: they are not */
};

/* The number of a condition by its id; 0 when there is none such. */
condition_id content_condition_of(const struct pack *content, const char *id);

/* rehearsal_schema.c, the one description of the file's form; its context is a struct
 * rehearsal_reading. */
extern const struct content_form content_form_rehearsal;

/* rehearsal_sense.c */
CHECKED enum error content_rehearsal_sense(struct checking *c, void *context);

#endif
