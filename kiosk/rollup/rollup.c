#include "rollup/gather.h"

#include "analysis/standing.h"
#include "host/workshop.h"
#include "model/portray.h"
#include "words/words.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum error no_spool(struct trouble *trouble, int number)
{
    return trouble_set(trouble, number == ENOSPC || number == EDQUOT ? ERROR_FULL : ERROR_IO,
                       "What is read cannot be kept in the folder for temporary files: %s.",
                       strerror(number));
}

enum error rollup_create(struct rollup **out, unsigned files, struct trouble *trouble)
{
    assert(files <= ROLLUP_FILES_MAX);
    struct rollup *rollup = *out = calloc(1, sizeof *rollup);
    enum error e = rollup ? ERROR_OK : ERROR_MEMORY;
    if (e == ERROR_OK) {
        for (rollup->seen.size = 2; rollup->seen.size < 2 * files;)
            rollup->seen.size *= 2;
        rollup->seen.ids = calloc(rollup->seen.size, sizeof *rollup->seen.ids);
        e = rollup->seen.ids ? model_create(&rollup->model) : ERROR_MEMORY;
    }
    if (e == ERROR_OK)
        e = room_create(&rollup->room);
    if (e == ERROR_OK && (!(rollup->clusters = tmpfile()) || !(rollup->matters = tmpfile())))
        e = no_spool(trouble, errno);
    if (e != ERROR_OK)
        rollup_destroy(out);
    return e;
}

void rollup_destroy(struct rollup **out)
{
    struct rollup *rollup = *out;
    if (!rollup)
        return;
    if (rollup->clusters)
        fclose(rollup->clusters);
    if (rollup->matters)
        fclose(rollup->matters);
    room_destroy(&rollup->room);
    model_destroy(&rollup->model);
    free(rollup->seen.ids);
    free(rollup);
    *out = NULL;
}

/* Ids are random, so their first bytes are as good as any sum of them. False when it is there
 * already. An id of zeros alone is the mark of a free place, and no workshop's. */
static bool see(struct rollup_seen *seen, const uint8_t id[WORKSHOP_ID_SIZE])
{
    static const uint8_t nothing[WORKSHOP_ID_SIZE];
    uint32_t at;
    memcpy(&at, id, sizeof at);
    for (at &= seen->size - 1; memcmp(seen->ids[at], nothing, sizeof nothing) != 0;
         at = (at + 1) & (seen->size - 1))
        if (memcmp(seen->ids[at], id, sizeof nothing) == 0)
            return false;
    memcpy(seen->ids[at], id, sizeof nothing);
    return true;
}

enum error rollup_add(struct rollup *rollup, const char *path, struct trouble *trouble)
{
    enum error e = workshop_read_into(rollup->model, path, trouble);
    if (e == ERROR_OK && rollup->model->training)
        e = trouble_set(trouble, ERROR_FORMAT, word(WORD_TRAINING_NOT_COUNTED), path);
    if (e == ERROR_OK && !see(&rollup->seen, rollup->model->id))
        e = trouble_set(trouble, ERROR_EXISTS,
                        "%s: this workshop is there already, from another of the files.", path);
    if (e != ERROR_OK) {
        rollup->counts.left_out++;
        return e;
    }
    room_portray_into(rollup->room, rollup->model, AUDIENCE_LA, 0);
    rollup_take(rollup, rollup->room);
    return ERROR_OK;
}

static enum rollup_general general(uint32_t low, uint32_t medium, uint32_t high)
{
    if (!analysis_is_general(low, medium, high))
        return ROLLUP_VARIES;
    return high == low + medium + high ? ROLLUP_GENERAL_HIGH : ROLLUP_GENERAL_LOW;
}

enum error rollup_finish(struct rollup *rollup, struct trouble *trouble)
{
    for (unsigned i = 0; i < rollup->counts.conditions; i++) {
        struct rollup_condition *c = &rollup->conditions[i];
        c->average = analysis_average_tenths(c->total, c->counted);
        c->band = (uint8_t)analysis_band_of_tenths(c->average);
        c->general_schools = (uint8_t)general(c->low, c->medium, c->high);
        c->general_clusters =
            (uint8_t)general(c->clusters_low, c->clusters_medium, c->clusters_high);
        c->for_la =
            analysis_is_for_la(c->clusters_low, c->clusters_medium, c->clusters_high, c->average);
    }
    if (rollup->failed || fflush(rollup->clusters) != 0 || fflush(rollup->matters) != 0)
        return no_spool(trouble, errno ? errno : EIO);
    return ERROR_OK;
}

struct rollup_counts rollup_counts(const struct rollup *rollup)
{
    return rollup->counts;
}

const struct rollup_condition *rollup_condition(const struct rollup *rollup, unsigned number)
{
    assert(number < rollup->counts.conditions);
    return &rollup->conditions[number];
}

static enum error read_back(void *record, size_t size, FILE *file, unsigned number,
                            struct trouble *trouble)
{
    errno = 0;
    if (pread(fileno(file), record, size, (off_t)number * (off_t)size) == (ssize_t)size)
        return ERROR_OK;
    return trouble_set(trouble, ERROR_IO, "What was read cannot be found again: %s.",
                       errno ? strerror(errno) : error_text(ERROR_IO));
}

enum error rollup_cluster(struct rollup_cluster *out, const struct rollup *rollup, unsigned number,
                          struct trouble *trouble)
{
    assert(number < rollup->counts.clusters);
    return read_back(out, sizeof *out, rollup->clusters, number, trouble);
}

enum error rollup_matter(struct rollup_matter *out, const struct rollup *rollup, unsigned number,
                         struct trouble *trouble)
{
    assert(number < rollup->counts.matters);
    return read_back(out, sizeof *out, rollup->matters, number, trouble);
}
