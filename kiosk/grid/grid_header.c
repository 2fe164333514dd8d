#include "grid/grid_header.h"

#include <stdbool.h>

#include "grid/grid_value.h"

enum { SURENESS = 1 << 24 }; /* more than a file has cells */

/* What the cells of one row look like. */
struct look {
    bool condition_heading, figures, names, ratings;
};

static struct look look_at(const struct grid_table *table, size_t first, size_t end)
{
    struct look look = {0};
    for (size_t i = first; i < end; i++) {
        char text[NAME_SIZE];
        if (grid_table_text(table, &table->cells[i], text, sizeof text, 0) != TEXT_FINE) {
            look.names |= table->cells[i].column > 0; /* too long, which is said later */
            continue;
        }
        if (table->cells[i].column == 0) {
            look.condition_heading = grid_value_is_condition_heading(text);
        } else if (grid_value_figure(text) != GRID_FIGURE_COUNT) {
            look.figures = true;
        } else {
            look.names = true;
            look.ratings |= grid_value_rating(text) > 0;
        }
    }
    return look;
}

static uint64_t fitness(struct look look, size_t cells)
{
    if (!look.names)
        return 0;
    unsigned sure = look.condition_heading ? 3 : look.figures ? 2 : look.ratings ? 0 : 1;
    return sure ? (uint64_t)sure * SURENESS + cells : 0;
}

struct grid_header grid_header_find(const struct grid_table *table)
{
    struct grid_header best = {0};
    for (size_t first = 0, end; first < table->count; first = end) {
        for (end = first; end < table->count && table->cells[end].row == table->cells[first].row;)
            end++;
        struct look look = look_at(table, first, end);
        uint64_t fit = fitness(look, end - first);
        if (fit > best.fitness)
            best = (struct grid_header){.first = first, .end = end, .fitness = fit};
        if (look.ratings)
            break;
    }
    return best;
}
