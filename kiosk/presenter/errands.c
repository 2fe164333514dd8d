#include "presenter/state.h"

#include "host/errand.h"

/* What the presenter has the host's thread do (host/errand.h), one at a time. The presenter stays
 * until it has been given back. */

bool errands_send(struct presenter *p, struct errand *errand)
{
    if (p->errand || !mailbox_post_errand(p->box, errand))
        return false;
    p->errand = errand;
    return true;
}

void errands_take(struct presenter *p)
{
    struct errand *errand = mailbox_take_errand(p->box);
    if (!errand)
        return;
    p->errand = NULL; /* what comes of it may be another */
    errand->back(errand, p);
}
