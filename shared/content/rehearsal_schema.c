#include "content/rehearsal_draft.h"

/* A text that must be there and not empty, one that may be left out, and one that may be left out
 * but not be empty. */
#define MUST(key, type, member)   CYAML_FIELD_STRING(key, CYAML_FLAG_DEFAULT, type, member, 1)
#define MAY(key, type, member)    CYAML_FIELD_STRING(key, CYAML_FLAG_OPTIONAL, type, member, 0)
#define NAMED(key, type, member)  CYAML_FIELD_STRING(key, CYAML_FLAG_OPTIONAL, type, member, 1)
#define NUMBER(key, type, member) CYAML_FIELD_UINT(key, CYAML_FLAG_OPTIONAL, type, member)

static const cyaml_schema_value_t figure = {CYAML_VALUE_UINT(CYAML_FLAG_DEFAULT, uint8_t)};

#define FIGURES(key, flag, member)                                                                 \
    CYAML_FIELD_SEQUENCE_COUNT(key, flag, struct rehearsal_school_draft, member, member##_count,   \
                               &figure, 1, CONDITIONS_MAX)

static const cyaml_schema_field_t school_fields[] = {
    MUST("name", struct rehearsal_school_draft, school.name),
    FIGURES("now", CYAML_FLAG_DEFAULT, now),
    FIGURES("target", CYAML_FLAG_OPTIONAL, target),
    FIGURES("months", CYAML_FLAG_OPTIONAL, months),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t school = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rehearsal_school_draft, school_fields),
};

static const cyaml_strval_t temperaments[] = {
#define X(name, word) {word, TEMPERAMENT_##name},
    TEMPERAMENT_LIST(X)
#undef X
};

static const cyaml_strval_t names[] = {
#define X(name, word) {word, NAMES_##name},
    NAMES_LIST(X)
#undef X
};

static const cyaml_strval_t deeds[] = {
#define X(name, word) {word, DEED_##name},
    ACT_LIST(X)
#undef X
};

static const cyaml_strval_t levels[] = {
#define X(name, word) {word, ACTION_LEVEL_##name},
    ACTION_LEVEL_LIST(X)
#undef X
};

static const cyaml_strval_t stages[] = {
#define X(name, word) {word, STAGE_##name},
    STAGE_LIST(X)
#undef X
};

static const cyaml_schema_value_t line = {
    CYAML_VALUE_STRING(CYAML_FLAG_DEFAULT, char[NOTE_SIZE], 1, NOTE_SIZE - 1),
};

static const cyaml_schema_value_t lines = {
    CYAML_VALUE_SEQUENCE(CYAML_FLAG_DEFAULT, char[NOTE_SIZE], &line, 1, REHEARSAL_LINES_MAX),
};

static const cyaml_schema_value_t vote = {
    CYAML_VALUE_STRING(CYAML_FLAG_DEFAULT, char[ID_SIZE], 1, ID_SIZE - 1),
};

static const cyaml_schema_field_t proposal_fields[] = {
    MUST("what", struct rehearsal_proposal_draft, proposal.what),
    NAMED("condition", struct rehearsal_proposal_draft, condition),
    CYAML_FIELD_ENUM("plan", CYAML_FLAG_STRICT, struct rehearsal_proposal_draft, proposal.level,
                     levels, ACTION_LEVEL_COUNT),
    NUMBER("by", struct rehearsal_proposal_draft, proposal.by),
    MAY("know", struct rehearsal_proposal_draft, proposal.know),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t proposal = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rehearsal_proposal_draft, proposal_fields),
};

static const cyaml_schema_field_t leaves_fields[] = {
    CYAML_FIELD_ENUM("at", CYAML_FLAG_STRICT, struct rehearsal_leaves_draft, at, stages,
                     STAGE_COUNT),
    CYAML_FIELD_UINT("minutes", CYAML_FLAG_DEFAULT, struct rehearsal_leaves_draft, minutes),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t role_fields[] = {
    MUST("name", struct rehearsal_role_draft, role.name),
    MUST("school", struct rehearsal_role_draft, school),
    CYAML_FIELD_ENUM("temperament", CYAML_FLAG_STRICT, struct rehearsal_role_draft,
                     role.temperament, temperaments, TEMPERAMENT_COUNT),
    MUST("who", struct rehearsal_role_draft, role.who),
    MUST("wants", struct rehearsal_role_draft, role.wants),
    MUST("unsaid", struct rehearsal_role_draft, role.unsaid),
    CYAML_FIELD_ENUM("names", CYAML_FLAG_STRICT, struct rehearsal_role_draft, role.names, names,
                     NAMES_COUNT),
    NAMED("defends", struct rehearsal_role_draft, defends),
    NUMBER("arrives", struct rehearsal_role_draft, role.arrives),
    CYAML_FIELD_IGNORE("says", CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_SEQUENCE_COUNT("votes", CYAML_FLAG_OPTIONAL, struct rehearsal_role_draft, votes,
                               vote_count, &vote, 0, CONDITIONS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("proposes", CYAML_FLAG_OPTIONAL, struct rehearsal_role_draft,
                               proposes, propose_count, &proposal, 0, REHEARSAL_PROPOSES_MAX),
    CYAML_FIELD_MAPPING("leaves", CYAML_FLAG_OPTIONAL, struct rehearsal_role_draft, leaves,
                        leaves_fields),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t role = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rehearsal_role_draft, role_fields),
};

static const cyaml_schema_field_t act_fields[] = {
    MUST("role", struct rehearsal_act_draft, role),
    CYAML_FIELD_ENUM("does", CYAML_FLAG_STRICT, struct rehearsal_act_draft, act.does, deeds,
                     DEED_COUNT),
    NAMED("line", struct rehearsal_act_draft, act.line),
    NAMED("heading", struct rehearsal_act_draft, act.heading),
    NAMED("condition", struct rehearsal_act_draft, condition),
    NUMBER("now", struct rehearsal_act_draft, act.now),
    NUMBER("minutes", struct rehearsal_act_draft, act.minutes),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t act = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rehearsal_act_draft, act_fields),
};

static const cyaml_schema_field_t moment_fields[] = {
    MUST("title", struct rehearsal_moment_draft, title),
    CYAML_FIELD_SEQUENCE_COUNT("acts", CYAML_FLAG_DEFAULT, struct rehearsal_moment_draft, acts,
                               act_count, &act, 1, REHEARSAL_ACTS_MAX),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t moment = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rehearsal_moment_draft, moment_fields),
};

static const cyaml_schema_field_t rehearsal_fields[] = {
    MUST("id", struct rehearsal_draft, id),
    MUST("title", struct rehearsal_draft, title),
    MAY("about", struct rehearsal_draft, about),
    NUMBER("order", struct rehearsal_draft, order),
    MUST("language", struct rehearsal_draft, language),
    MUST("agenda", struct rehearsal_draft, agenda),
    CYAML_FIELD_SEQUENCE_COUNT("schools", CYAML_FLAG_POINTER, struct rehearsal_draft, schools,
                               school_count, &school, REHEARSAL_SCHOOLS_LEAST,
                               REHEARSAL_SCHOOLS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("roles", CYAML_FLAG_POINTER, struct rehearsal_draft, roles,
                               role_count, &role, 1, CHARACTERS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("moments", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
                               struct rehearsal_draft, moments, moment_count, &moment, 0,
                               MOMENTS_MAX),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t rehearsal = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct rehearsal_draft, rehearsal_fields),
};

const struct content_form content_form_rehearsal = {
    .schema = &rehearsal,
    .thing = "the rehearsal",
    .under_own_keys = &lines,
    .sense = content_rehearsal_sense,
};
