#include "stage/stage.h"

#include "stage/stages.h"

static const struct {
    void (*draw)(struct draw_list *list, const struct stage_frame *frame);
    int (*pages)(const struct stage_frame *frame);
} stages[STAGE_COUNT] = {
    [STAGE_LOBBY] = {stage_lobby_draw, stage_lobby_pages},
    [STAGE_BRIEFING] = {stage_briefing_draw, stage_briefing_pages},
    [STAGE_GRID] = {stage_grid_draw, stage_grid_pages},
    [STAGE_BOARD] = {stage_briefing_draw, stage_briefing_pages},
    [STAGE_TOGETHER] = {stage_briefing_draw, stage_briefing_pages},
    [STAGE_FINDINGS] = {stage_briefing_draw, stage_briefing_pages},
    [STAGE_RESPONSE] = {stage_briefing_draw, stage_briefing_pages},
    [STAGE_ICEBREAKER] = {stage_briefing_draw, stage_briefing_pages},
    [STAGE_EVALUATION] = {stage_briefing_draw, stage_briefing_pages},
};

/* A row for every stage of the list: one more in STAGE_LIST fails here until it has one. */
_Static_assert(STAGE_COUNT == 9, "each stage needs its row");

void stage_draw(struct draw_list *list, const struct stage_frame *frame)
{
    stages[room_stage(frame->room)].draw(list, frame);
}

int stage_pages(const struct stage_frame *frame)
{
    return stages[room_stage(frame->room)].pages(frame);
}

int stage_focus_page(const struct stage_frame *frame)
{
    return room_stage(frame->room) == STAGE_GRID ? stage_grid_focus_page(frame) : frame->page;
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
