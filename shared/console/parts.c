#include "console/parts.h"

#include <stdio.h>

void console_code(char to[CONSOLE_CODE_SIZE], const struct room *room, enum code_kind kind,
                  school_id school, seat_id seat)
{
    to[0] = '\0';
    for (unsigned i = 1; i <= CODES_MAX && !to[0]; i++) {
        const struct code_item *code = &room->codes[i];
        if (code->symbols[0] && code->kind == kind && code->school == school && code->seat == seat)
            snprintf(to, CONSOLE_CODE_SIZE, "%.4s %.4s", code->symbols, code->symbols + 4);
    }
}

void console_room_code(char to[CONSOLE_CODE_SIZE], const struct room *room)
{
    to[0] = '\0';
    if (room->kiosk.settings[SETTING_OFFER_ROOM_CODE])
        console_code(to, room, CODE_ROOM, 0, 0);
}
