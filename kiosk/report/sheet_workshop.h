#ifndef PLENARY_REPORT_SHEET_WORKSHOP_H
#define PLENARY_REPORT_SHEET_WORKSHOP_H

/* Within report/ only: what a school's sheet tells of the workshop. Nothing here says where another
 * school stands: who could help is told as a number, even where the room sees names. */

#include "model/room.h"
#include "report/page.h"

void sheet_workshop(struct page *page, const struct room *room, school_id school);

#endif
