#include "ui/type.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/text.h"

static const char ellipsis[] = "\xE2\x80\xA6";

static int fixed_width(void *context, enum weight weight, int px, const char *text, size_t bytes)
{
    (void)context;
    (void)weight;
    double em = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80)
            em += text[i] == ' ' ? 0.3 : 0.6;
    }
    return (int)lround(em * px);
}

const struct type_metrics type_fixed_metrics = {fixed_width, NULL};

/* The scale, and where each size's baseline lies in its line: Inter's ascent is 0.9688 em and its
 * whole height 1.2102 em, centred in size + 8. */
static const struct {
    int size, baseline;
} scale[] = {{16, 18}, {20, 21}, {24, 25}, {28, 28},  {36, 35},
             {48, 46}, {64, 59}, {96, 87}, {144, 128}};

static const size_t scale_count = sizeof scale / sizeof *scale;

struct type type_tabular(struct type type)
{
    type.tabular = true;
    return type;
}

bool type_on_scale(int size)
{
    for (size_t i = 0; i < scale_count; i++) {
        if (scale[i].size == size)
            return true;
    }
    return false;
}

int type_line(int size)
{
    return size + 8;
}

int type_baseline(int size)
{
    assert(type_on_scale(size));
    size_t i = 0;
    while (scale[i].size != size)
        i++;
    return scale[i].baseline;
}

int type_pixels(int size, double u)
{
    int px = (int)lround(size * u);
    return px < 1 ? 1 : px;
}

int type_digit_advance(enum weight weight, int px)
{
    static const double em[WEIGHT_COUNT] = {0.648, 0.660, 0.671, 0.682};
    assert(weight < WEIGHT_COUNT);
    return (int)lround(em[weight] * px);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int type_width_px(const struct type_metrics *metrics, enum weight weight, int px, bool tabular,
                  const char *text, size_t bytes)
{
    if (!tabular)
        return metrics->width(metrics->context, weight, px, text, bytes);
    int width = 0;
    for (size_t i = 0; i < bytes;) {
        size_t run = i;
        while (run < bytes && !is_digit(text[run]))
            run++;
        if (run > i)
            width += metrics->width(metrics->context, weight, px, text + i, run - i);
        else
            width += type_digit_advance(weight, px);
        i = run > i ? run : i + 1;
    }
    return width;
}

double type_width(const struct type_metrics *metrics, double u, struct type type, const char *text,
                  size_t bytes)
{
    int px = type_pixels(type.size, u);
    return type_width_px(metrics, type.weight, px, type.tabular, text, bytes) / u;
}

/* What wrapping and fitting share: one text measured in one font against one width, in pixels. */
struct ruler {
    const struct type_metrics *metrics;
    struct type type;
    int px, limit;
};

static struct ruler ruler_for(const struct type_metrics *metrics, double u, struct type type,
                              double width)
{
    return (struct ruler){metrics, type, type_pixels(type.size, u),
                          (int)floor(fmax(width, 0) * u + 0.01)};
}

static int measure(const struct ruler *r, const char *text, size_t bytes)
{
    return type_width_px(r->metrics, r->type.weight, r->px, r->type.tabular, text, bytes);
}

/* The bytes of the longest run of whole graphemes no wider than `limit`. */
static size_t longest(const struct ruler *r, const char *text, size_t bytes, int limit)
{
    size_t fits = 0;
    while (fits < bytes) {
        size_t next = fits + text_grapheme(text + fits);
        if (next > bytes || measure(r, text, next) > limit)
            break;
        fits = next;
    }
    return fits;
}

/* The same with room left for the ellipsis, and no space before it. */
static size_t shortened(const struct ruler *r, const char *text, size_t bytes)
{
    int room = r->limit - measure(r, ellipsis, sizeof ellipsis - 1);
    size_t n = longest(r, text, bytes, room);
    while (n > 0 && text[n - 1] == ' ')
        n--;
    return n;
}

size_t type_fit(const struct type_metrics *metrics, double u, struct type type, double width,
                const char *text)
{
    struct ruler r = ruler_for(metrics, u, type, width);
    size_t bytes = strlen(text);
    return measure(&r, text, bytes) <= r.limit ? bytes : shortened(&r, text, bytes);
}

/* The end of a word between two others, near `guess`; `from` where there is none. */
static size_t word_end(const char *text, size_t from, size_t to, size_t guess)
{
    for (size_t end = guess; end > from; end--)
        if (text[end] == ' ')
            return end;
    for (size_t end = guess + 1; end < to; end++)
        if (text[end] == ' ')
            return end;
    return from;
}

/* Bytes of the first line of `text`: whole words while they fit, else as much of one as does. More
 * text is wider, so the end is looked for between what fits and what does not, in proportion. */
static size_t line_length(const struct ruler *r, const char *text)
{
    size_t fits = 0, over = strcspn(text, "\n");
    int fits_width = 0, over_width = measure(r, text, over);
    if (over_width <= r->limit)
        return over;
    while (r->limit > 0) {
        size_t part = (over - fits) * (size_t)(r->limit - fits_width);
        size_t guess = fits + part / (size_t)(over_width - fits_width);
        size_t end = word_end(text, fits, over, guess);
        if (end == fits)
            break;
        int width = measure(r, text, end);
        if (width <= r->limit) {
            fits = end;
            fits_width = width;
        } else {
            over = end;
            over_width = width;
        }
    }
    if (fits > 0)
        return fits;
    size_t word = strcspn(text, " \n"), part = longest(r, text, word, r->limit);
    return part ? part : text_grapheme(text);
}

static void wrap(struct type_lines *out, const struct ruler *r, int most, const char *text)
{
    *out = (struct type_lines){0};
    size_t at = 0;
    while (out->count < most) {
        at += strspn(text + at, " ");
        if (text[at] == '\0')
            break;
        size_t length = line_length(r, text + at);
        size_t next = at + length;
        next += strspn(text + next, " ");
        next += text[next] == '\n';
        bool last = out->count == most - 1 && text[next + strspn(text + next, " \n")] != '\0';
        if (last) {
            out->ellipsis = true;
            length = shortened(r, text + at, strcspn(text + at, "\n"));
        }
        while (length > 0 && text[at + length - 1] == ' ')
            length--;
        out->line[out->count].start = at;
        out->line[out->count].length = length;
        out->count++;
        at = next;
    }
}

/* The width of the widest word that stands whole in a line: narrower ones would break it. */
static int widest_word(const struct ruler *r, const char *text)
{
    int widest = 0;
    for (size_t length; *text; text += length + (text[length] != '\0')) {
        length = strcspn(text, " \n");
        int w = measure(r, text, length);
        if (w > widest && w <= r->limit)
            widest = w;
    }
    return widest;
}

void type_wrap(struct type_lines *out, const struct type_metrics *metrics, double u,
               struct type type, double width, int most, enum wrap how, const char *text)
{
    assert(most >= 1 && most <= TYPE_MAX_LINES);
    struct ruler r = ruler_for(metrics, u, type, width);
    wrap(out, &r, most, text);
    if (how == WRAP_BALANCED && out->count > 1 && !out->ellipsis) {
        int count = out->count, high = r.limit; /* high always gives count */
        int low = widest_word(&r, text);
        low = low > r.limit / 2 ? low : r.limit / 2;
        while (low < high) {
            struct ruler narrower = r;
            narrower.limit = (low + high) / 2;
            wrap(out, &narrower, most, text);
            if (out->count == count && !out->ellipsis)
                high = narrower.limit;
            else
                low = narrower.limit + 1;
        }
        r.limit = high;
        wrap(out, &r, most, text);
    }
    int widest = 0;
    for (int i = 0; i < out->count; i++) {
        int w = measure(&r, text + out->line[i].start, out->line[i].length);
        if (out->ellipsis && i == out->count - 1)
            w += measure(&r, ellipsis, sizeof ellipsis - 1);
        widest = w > widest ? w : widest;
    }
    out->width = widest / u;
}
