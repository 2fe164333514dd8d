#include "start/talks.h"

#include <math.h>

#include "start/asking.h"
#include "ui/button.h"
#include "ui/notice.h"
#include "words/words.h"

enum { HEAD_Y = 64, NEW_Y = 64, NEW_H = 184, RECENTS_Y = 328, FOOT_Y = 968 };

struct start_outcome talks_draw(struct ui *ui, const struct layout *layout,
                                struct start_screen *screen, const struct start_given *given)
{
    struct start_outcome outcome = {.choice = START_NOTHING};
    double w = fmin(928, floor((layout->right - layout->left) * 0.518)), x = layout->right - w;
    double text_w = x - 48 - layout->left;
    double y =
        HEAD_Y + draw_paragraph(ui->list, layout->left, HEAD_Y, text_w, 2, SEMIBOLD(48), ALIGN_LEFT,
                                WRAP_BALANCED, TOKEN_INK, word(WORD_START_TALKS));
    draw_paragraph(ui->list, layout->left, y + 16, fmin(text_w, 760), 8, REGULAR(36), ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK2, word(WORD_START_TALKS_WHY));
    if (screen->trouble[0])
        notice_draw(ui->list, layout->left, 704, text_w,
                    (struct notice){.line = word(WORD_START_NOT_OPENED),
                                    .more = screen->trouble,
                                    .size = 28,
                                    .strong = true});
    ui_group(ui, ui_id_of("talks-cards", 0), 1);
    bool begin = start_card(ui, "talks-new", x, NEW_Y, w, NEW_H, given->recent_count <= 0,
                            word(WORD_START_TALKS_NEW), word(WORD_START_TALKS_NEW_MORE));
    int recent = start_recents(ui, x, RECENTS_Y, w, given);
    ui_group_end(ui);
    bool back =
        button_run(ui, ui_id_of("talks-back", 0), layout->left, FOOT_Y,
                   (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_START_BACK)});
    ui_focus_first(ui, given->recent_count > 0 ? ui_id_of("start-recent", 0)
                                               : ui_id_of("talks-new", 0));
    if (begin) {
        asking_open(ui, screen, given, START_FOR_TALKS);
    } else if (recent >= 0) {
        outcome = (struct start_outcome){.choice = START_OPEN, .recent = recent, .talks = true};
    } else if (back || ui_pressed(ui, KEY_ESCAPE, 0)) {
        screen->page = START_FRONT;
        ui_focus(ui, ui_id_of("start-talks", 0));
    }
    return outcome;
}
