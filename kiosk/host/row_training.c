#include "host/row_training.h"

/* The mark is one of the file's own and stays what it is, whatever people are told in. */
bool row_make_training(struct journal_row *row, const struct model *model, struct row_key key)
{
    row->training = (struct journal_training_row){.id = key.a, .mark = "TRAINING"};
    return model->training;
}

bool row_find_training(struct row_key *key, const struct model *model,
                       const struct journal_row *row)
{
    (void)model;
    key->a = 1;
    return row->training.id == 1;
}

bool row_make_role(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct character *character = &model->characters[key.a];
    const struct character_content *content = &character->content;
    row->role = (struct journal_role_row){.id = key.a,
                                          .school = content->school,
                                          .name = content->name,
                                          .who = content->who,
                                          .wants = content->wants,
                                          .unsaid = content->unsaid,
                                          .player = character->player,
                                          .script = character->script};
    return model_has_character(model, (character_id)key.a);
}

bool row_find_role(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    key->a = (uint16_t)row->role.id;
    return row->role.id >= 1 && row->role.id <= CHARACTERS_MAX;
}

bool row_make_moment(struct journal_row *row, const struct model *model, struct row_key key)
{
    row->moment = (struct journal_moment_row){.id = key.a, .title = model->moments[key.a]};
    return key.a <= model->moment_count;
}

bool row_find_moment(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    key->a = (uint16_t)row->moment.id;
    return row->moment.id >= 1 && row->moment.id <= MOMENTS_MAX;
}
