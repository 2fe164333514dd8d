#include "stage/stage.h"

#include <math.h>

#include "stage/stages.h"
#include "stage/training.h"

static const struct {
    void (*draw)(struct draw_list *list, const struct stage_frame *frame);
    int (*pages)(const struct stage_frame *frame);
    bool (*fits)(const struct stage_frame *frame); /* NULL: always, at whatever size of text */
} stages[STAGE_COUNT] = {
    [STAGE_LOBBY] = {stage_lobby_draw, stage_lobby_pages},
    [STAGE_BRIEFING] = {stage_briefing_draw, stage_briefing_pages, stage_briefing_fits},
    [STAGE_GRID] = {stage_grid_draw, stage_grid_pages},
    [STAGE_BOARD] = {stage_board_draw, stage_board_pages},
    [STAGE_TOGETHER] = {stage_together_draw, stage_together_pages},
    [STAGE_FINDINGS] = {stage_findings_draw, stage_findings_pages},
    [STAGE_RESPONSE] = {stage_response_draw, stage_response_pages},
    [STAGE_ICEBREAKER] = {stage_icebreaker_draw, stage_icebreaker_pages},
    [STAGE_EVALUATION] = {stage_evaluation_draw, stage_evaluation_pages, stage_evaluation_fits},
    [STAGE_BALLOT] = {stage_ballot_draw, stage_ballot_pages, stage_ballot_fits},
    [STAGE_ACTIONS] = {stage_actions_draw, stage_actions_pages, stage_actions_fits},
};

/* A row for every stage of the list: one more in STAGE_LIST fails here until it has one. */
_Static_assert(STAGE_COUNT == 11, "each stage needs its row");

_Static_assert((int)LARGER_MOST == (int)LAYOUT_LARGER_MOST,
               "every size of the view has its layout");

/* The frame as the stages get it: text as large as the view asks for and the stage has room for. */
static struct stage_frame fitted(const struct stage_frame *frame,
                                 const struct type_metrics *metrics)
{
    struct stage_frame to = *frame;
    to.metrics = metrics;
    enum stage_kind kind = room_stage(frame->room);
    for (int sizes = frame->room->view.larger; sizes > 0; sizes--) {
        to.layout = layout_kiosk_larger(frame->layout.width, frame->layout.height, sizes);
        if (!stages[kind].fits || stages[kind].fits(&to))
            return to;
    }
    to.layout = frame->layout;
    return to;
}

void stage_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct stage_frame to = fitted(frame, list->metrics);
    double u = list->u;
    draw_scale(list, u * to.layout.u / frame->layout.u);
    stages[room_stage(frame->room)].draw(list, &to);
    draw_scale(list, u);
    training_draw(list, &frame->layout, frame->room, TRAINING_STAGE);
}

int stage_pages(const struct stage_frame *frame)
{
    struct stage_frame to = fitted(frame, frame->metrics ? frame->metrics : &type_fixed_metrics);
    return stages[room_stage(frame->room)].pages(&to);
}

int stage_focus_page(const struct stage_frame *frame)
{
    struct stage_frame to = fitted(frame, frame->metrics ? frame->metrics : &type_fixed_metrics);
    return room_stage(frame->room) == STAGE_GRID ? stage_grid_focus_page(&to) : frame->page;
}

double stage_bottom(const struct stage_frame *frame)
{
    return STAGE_BOTTOM + frame->layout.spare;
}

double stage_squeezed(const struct stage_frame *frame, double roomy, double tight)
{
    enum { MOST = 216 }; /* 1080 by 1/5 */
    double by = fmin(1, fmax(0, -frame->layout.spare / MOST));
    return roomy + (tight - roomy) * by;
}

int stage_page(const struct stage_frame *frame, int pages)
{
    return frame->page < 0 ? 0 : frame->page < pages ? frame->page : pages - 1;
}

int stage_pages_of(int count, int most)
{
    return count > most ? (count + most - 1) / most : 1;
}

int stage_per_page(int count, int most)
{
    int pages = stage_pages_of(count, most);
    return (count + pages - 1) / pages;
}
