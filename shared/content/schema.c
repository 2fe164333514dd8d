#include "content/checking.h"
#include "content/content.h"
#include "content/draft.h"
#include "model/types.h"

/* A text of one line or more; MUST texts have to be there and not empty. */
#define MUST(key, type, member) CYAML_FIELD_STRING(key, CYAML_FLAG_DEFAULT, type, member, 1)
#define MAY(key, type, member)  CYAML_FIELD_STRING(key, CYAML_FLAG_OPTIONAL, type, member, 0)
/* A text that may be left out, but not be empty. */
#define NAMES(key, type, member) CYAML_FIELD_STRING(key, CYAML_FLAG_OPTIONAL, type, member, 1)
#define YES(key, type, member)   CYAML_FIELD_BOOL(key, CYAML_FLAG_OPTIONAL, type, member)

static const cyaml_schema_value_t line = {
    CYAML_VALUE_STRING(CYAML_FLAG_DEFAULT, char[LINE_SIZE], 1, LINE_SIZE - 1),
};

static const cyaml_schema_field_t resource_fields[] = {
    MUST("title", struct resource, title),
    MAY("kind", struct resource, kind),
    MAY("offered_by", struct resource, offered_by),
    MAY("where", struct resource, where),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t resource = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct resource, resource_fields),
};

/* condition.scale under the names its file gives the three. */
struct scale {
    char low[LINE_SIZE];
    char middle[LINE_SIZE];
    char high[LINE_SIZE];
};
_Static_assert(sizeof(struct scale) == sizeof(char[SCALE_COUNT][LINE_SIZE]) && SCALE_LOW == 0 &&
                   SCALE_MIDDLE == 1 && SCALE_HIGH == 2,
               "struct scale lies over condition.scale");

static const cyaml_schema_field_t scale_fields[] = {
    MUST("low", struct scale, low),
    MUST("middle", struct scale, middle),
    MUST("high", struct scale, high),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t condition_fields[] = {
    MUST("id", struct condition, id),
    MUST("name", struct condition, name),
    MUST("tight", struct condition, tight),
    MUST("question", struct condition, question),
    CYAML_FIELD_SEQUENCE_COUNT("prompts", CYAML_FLAG_DEFAULT, struct condition, prompts,
                               prompt_count, &line, 1, PROMPTS_MAX),
    CYAML_FIELD_MAPPING("scale", CYAML_FLAG_DEFAULT, struct condition, scale, scale_fields),
    CYAML_FIELD_SEQUENCE_COUNT("resources", CYAML_FLAG_OPTIONAL, struct condition, resources,
                               resource_count, &resource, 0, RESOURCES_MAX),
    MAY("idea", struct condition, idea),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t condition = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct condition, condition_fields),
};

/* Every stage but the lobby, which comes before the agenda by itself. */
static const cyaml_strval_t stages[] = {
#define X(name, word) {word, STAGE_##name},
    STAGE_LIST(X)
#undef X
};
_Static_assert(STAGE_LOBBY == 0, "the lobby is the row left out");

static const cyaml_strval_t hows[] = {
#define X(name, word) {word, HOW_##name},
    HOW_LIST(X)
#undef X
};

static const cyaml_schema_field_t step_fields[] = {
    CYAML_FIELD_ENUM("stage", CYAML_FLAG_STRICT, struct step_draft, step.stage, stages + 1,
                     STAGE_COUNT - 1),
    CYAML_FIELD_ENUM("how", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, struct step_draft, step.how,
                     hows, HOW_COUNT),
    CYAML_FIELD_UINT("minutes", CYAML_FLAG_OPTIONAL, struct step_draft, step.minutes),
    NAMES("board", struct step_draft, board),
    NAMES("of", struct step_draft, of),
    NAMES("ballot", struct step_draft, ballot),
    MAY("ask", struct step_draft, step.ask),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t step = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct step_draft, step_fields),
};

static const cyaml_schema_field_t item_fields[] = {
    MUST("id", struct item_draft, item.id),
    MUST("title", struct item_draft, item.title),
    MAY("start", struct item_draft, start),
    CYAML_FIELD_UINT("minutes", CYAML_FLAG_OPTIONAL, struct item_draft, item.minutes),
    CYAML_FIELD_UINT("group_size", CYAML_FLAG_OPTIONAL, struct item_draft, item.group_size),
    CYAML_FIELD_SEQUENCE_COUNT("steps", CYAML_FLAG_OPTIONAL, struct item_draft, steps, step_count,
                               &step, 1, STEPS_MAX),
    MAY("lead_in", struct item_draft, item.lead_in),
    CYAML_FIELD_SEQUENCE_COUNT("objectives", CYAML_FLAG_OPTIONAL, struct item_draft,
                               item.objectives, item.objective_count, &line, 0, OBJECTIVES_MAX),
    MAY("ground_rule", struct item_draft, item.ground_rule),
    MAY("notes", struct item_draft, item.notes),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t item = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct item_draft, item_fields),
};

static const cyaml_schema_value_t heading = {
    CYAML_VALUE_STRING(CYAML_FLAG_DEFAULT, char[NAME_SIZE], 1, NAME_SIZE - 1),
};

static const cyaml_schema_field_t board_fields[] = {
    MUST("id", struct board_content, id),
    MUST("question", struct board_content, question),
    CYAML_FIELD_SEQUENCE_COUNT("headings", CYAML_FLAG_DEFAULT, struct board_content, headings,
                               heading_count, &heading, 1, HEADINGS_MAX),
    YES("held", struct board_content, held),
    YES("always", struct board_content, always),
    YES("personal", struct board_content, personal),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t board = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct board_content, board_fields),
};

static const cyaml_strval_t methods[] = {
#define X(name, word) {word, METHOD_##name},
    METHOD_LIST(X)
#undef X
};

static const cyaml_strval_t abouts[] = {
#define X(name, word) {word, ABOUT_##name},
    ABOUT_LIST(X)
#undef X
};

static const cyaml_schema_field_t ballot_fields[] = {
    MUST("id", struct ballot_content, id),
    MUST("question", struct ballot_content, question),
    CYAML_FIELD_ENUM("method", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, struct ballot_content,
                     method, methods, METHOD_COUNT),
    CYAML_FIELD_ENUM("about", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, struct ballot_content, about,
                     abouts, ABOUT_COUNT),
    YES("by_school", struct ballot_content, by_school),
    YES("named", struct ballot_content, named),
    CYAML_FIELD_UINT("dots", CYAML_FLAG_OPTIONAL, struct ballot_content, budget),
    CYAML_FIELD_UINT("most", CYAML_FLAG_OPTIONAL, struct ballot_content, limit),
    NAMES("gain", struct ballot_content, criteria[0]),
    NAMES("cost", struct ballot_content, criteria[1]),
    CYAML_FIELD_SEQUENCE_COUNT("options", CYAML_FLAG_OPTIONAL, struct ballot_content, texts,
                               option_count, &heading, 2, OPTIONS_MAX),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t ballot = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct ballot_content, ballot_fields),
};

static const cyaml_schema_field_t agenda_fields[] = {
    MUST("id", struct agenda_draft, agenda.id),
    MUST("title", struct agenda_draft, agenda.title),
    MAY("about", struct agenda_draft, agenda.about),
    NAMES("example", struct agenda_draft, example),
    CYAML_FIELD_SEQUENCE_COUNT("boards", CYAML_FLAG_OPTIONAL, struct agenda_draft, agenda.boards,
                               agenda.board_count, &board, 0, BOARDS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("ballots", CYAML_FLAG_OPTIONAL, struct agenda_draft, agenda.ballots,
                               agenda.ballot_count, &ballot, 0, BALLOTS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("questions", CYAML_FLAG_OPTIONAL, struct agenda_draft,
                               agenda.questions, agenda.question_count, &line, 0, QUESTIONS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("items", CYAML_FLAG_POINTER, struct agenda_draft, items, item_count,
                               &item, 1, AGENDA_MAX),
    CYAML_FIELD_END,
};

static const cyaml_schema_value_t agenda = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct agenda_draft, agenda_fields),
};

static const cyaml_schema_field_t pack_fields[] = {
    MUST("id", struct draft, pack.id),
    MUST("title", struct draft, pack.title),
    MUST("language", struct draft, pack.language),
    NAMES("conditions_from", struct draft, conditions_from),
    CYAML_FIELD_SEQUENCE_COUNT("conditions", CYAML_FLAG_OPTIONAL, struct draft, pack.conditions,
                               pack.condition_count, &condition, 1, CONDITIONS_MAX),
    CYAML_FIELD_SEQUENCE_COUNT("agendas", CYAML_FLAG_POINTER, struct draft, agendas, agenda_count,
                               &agenda, 1, AGENDAS_MAX),
    CYAML_FIELD_END,
};

const cyaml_schema_value_t content_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct draft, pack_fields),
};

const struct content_form content_form_pack = {
    .schema = &content_schema,
    .thing = "the pack",
    .sense = checking_sense,
};
