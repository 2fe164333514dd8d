/* Rehearsal packs: YAML, with keys of the author's own in it. */

#include "fuzz/fuzz.h"
#include "fuzz/yaml.h"
#include "base/text.h"
#include "content/rehearsal.h"
#include "content/rehearsal_draft.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

void fuzz_begin(void)
{
}

static void check(const struct rehearsal_pack *pack)
{
    assert(pack->school_count >= REHEARSAL_SCHOOLS_LEAST &&
           pack->school_count <= REHEARSAL_SCHOOLS_MAX);
    assert(pack->role_count <= CHARACTERS_MAX && pack->moment_count <= MOMENTS_MAX);
    for (unsigned r = 0; r < pack->role_count; r++) {
        const struct rehearsal_role *role = &pack->roles[r];
        assert(text_is_clean(role->name) && role->school < pack->school_count);
        assert(role->temperament < TEMPERAMENT_COUNT && role->names < NAMES_COUNT);
        assert(role->defends <= pack->condition_count && role->says_count <= REHEARSAL_SAYS_MAX);
        for (unsigned i = 0; i < role->vote_count; i++)
            assert(role->votes[i] >= 1 && role->votes[i] <= pack->condition_count);
        for (unsigned i = 0; i < role->says_count; i++)
            assert(role->says[i].line_count <= REHEARSAL_LINES_MAX);
    }
    for (unsigned m = 0; m < pack->moment_count; m++)
        for (unsigned i = 0; i < pack->moments[m].act_count; i++)
            assert(pack->moments[m].acts[i].role < pack->role_count &&
                   pack->moments[m].acts[i].does < DEED_COUNT);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct rehearsal_catalogue catalogue;
    struct trouble trouble = {0};
    struct rehearsal_pack *pack;
    const char *path = fuzz_file("rehearsal.yaml", bytes, length);
    enum error e = content_load_rehearsal(&pack, path, &trouble);
    assert(e == ERROR_OK ? pack != NULL : trouble.text[0] && !pack);
    if (pack)
        check(pack);
    rehearsal_pack_destroy(&pack);
    fuzz_sink += (uint64_t)content_list_rehearsals(&catalogue, fuzz_folder(), &trouble);
    return 0;
}

void fuzz_seeds(void)
{
    char folder[CONTENT_PATH_SIZE];
    snprintf(folder, sizeof folder, "%s/rehearsals", content_assets());
    fuzz_seed_folder(folder, ".yaml", "");
    yaml_words(content_form_rehearsal.schema);
}
