#include "content/written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/content.h"
#include "testing.h"

int written_set_up(void **state)
{
    static struct written written;
    strcpy(written.path, "/tmp/plenary-pack-XXXXXX");
    int fd = mkstemp(written.path);
    written.pack = malloc(sizeof *written.pack);
    *state = &written;
    return fd >= 0 && written.pack ? close(fd) : -1;
}

int written_tear_down(void **state)
{
    struct written *written = *state;
    free(written->pack);
    return unlink(written->path);
}

enum error written_load(struct written *written, const char *text, struct trouble *trouble)
{
    FILE *f = fopen(written->path, "wb");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    return content_load(written->pack, written->path, NULL, trouble);
}
