#include "e2e/person.h"

#include "testing.h"

#include <stdio.h>
#include <string.h>

void person_sit_down(struct person *p, const char *folder, const char *port, const char *name,
                     const char *code)
{
    char at[32], state[160];
    snprintf(at, sizeof at, "127.0.0.1:%s", port);
    snprintf(state, sizeof state, "%s/%s", folder, name);
    const char *arguments[] = {CLIENT,    "--text", "--join", code, "--at", at,
                               "--state", state,    "--name", name, NULL};
    p->asked = 1; /* the name */
    process_start(&p->process, name, arguments);
    process_expect(&p->process, "room complete");
}

void person_expect_saved(struct person *p)
{
    char saved[32], refused[32];
    snprintf(saved, sizeof saved, "saved id=%u\n", p->asked);
    snprintf(refused, sizeof refused, "refused id=%u ", p->asked);
    while (!p->process.heard || !strstr(p->process.heard, saved)) {
        if (process_has_said(&p->process, 0, refused) ||
            process_has_said(&p->process, 0, "unclear text="))
            fail_msg("%s:\n...%s", p->process.name,
                     p->process.heard + (p->process.length > 600 ? p->process.length - 600 : 0));
        process_listen(50);
    }
}

void person_leave(struct person *p)
{
    int status = process_finish(&p->process);
    const char *refused = strstr(p->process.heard, "refused id=");
    if (status || refused)
        fail_msg("%s ended with %d: %.200s", p->process.name, status, refused ? refused : "");
}
