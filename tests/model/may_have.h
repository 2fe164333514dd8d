#ifndef PLENARY_TESTS_MODEL_MAY_HAVE_H
#define PLENARY_TESTS_MODEL_MAY_HAVE_H

/* Who may be given what, written down a second time and apart from the projection, for the tests
 * that hold what leaves the kiosk against it. */

#include "model/model.h"
#include "model/project.h"

/* Items of that kind at all; whether this very one, the test looks into. */
bool may_have(enum audience_kind audience, enum item_kind item);

/* Names beside ratings. Of the audiences that are not one school or one seat. */
bool may_have_names(const struct model *m, enum audience_kind audience);

#endif
