#include "takeaway/html.h"

#include <string.h>

/* Ink on paper, or the other way round at night; black on white in print. A row is not torn apart
 * between pages. Bands are told by words and by the length of a bar; their colour only repeats it.
 */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#2a222c;--quiet:#5c525a;--paper:#fffdf9;--line:#857a6d;"
    "--low:#b97724;--medium:#22685a;--high:#123f33}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#f6f0e7;--quiet:#c8bdc3;--paper:#1d181f;"
    "--line:#94899a;--low:#bf8038;--medium:#7cc2b0;--high:#cdf2e5}}\n"
    "@media print{:root{--ink:#000;--quiet:#333;--paper:#fff;--line:#666;--low:#b97724;"
    "--medium:#22685a;--high:#123f33}}\n"
    "@page{size:A4;margin:16mm}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 Inter,system-ui,sans-serif}\n"
    "main{max-width:60rem;margin:0 auto;padding:1.5rem}\n"
    "h1{font-size:2rem;line-height:1.2;margin:0}\n"
    "h2{font-size:1.3rem;margin:2rem 0 .5rem;break-after:avoid}\n"
    "p{margin:.25rem 0}\n"
    ".quiet{color:var(--quiet)}\n"
    ".training{border:2px solid;padding:.25rem .75rem;font-weight:700;letter-spacing:.05em}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "caption{text-align:left;color:var(--quiet);padding-bottom:.5rem}\n"
    "th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;"
    "border-bottom:1px solid var(--line)}\n"
    "th{font-weight:600}\n"
    "tr,li{break-inside:avoid}\n"
    ".figure{white-space:nowrap}\n"
    ".figure b{font-size:1.25rem}\n"
    ".bar{display:block;width:5rem;height:.5rem;border:1px solid var(--line);"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    ".bar span{display:block;height:100%}\n"
    ".low span{background:var(--low)}.medium span{background:var(--medium)}"
    ".high span{background:var(--high)}\n"
    "@media print{main{max-width:none;padding:0}body{font-size:10pt}}\n";

void html_text(FILE *out, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        case '\'':
            fputs("&#39;", out);
            break;
        default:
            putc(*text, out);
        }
}

static void element(FILE *out, const char *tag, const char *attributes, const char *text)
{
    fprintf(out, "<%s%s>", tag, attributes);
    html_text(out, text);
    fprintf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void html_element(FILE *out, const char *tag, const char *text)
{
    element(out, tag, "", text);
}

void html_word(FILE *out, const char *tag, enum word text)
{
    element(out, tag, "", word(text));
}

void html_written(FILE *out, const char *tag, const char *text)
{
    element(out, tag, " dir=\"auto\"", text);
}

void html_table_begin(FILE *out, enum word title, enum word caption)
{
    fputs("<section>\n", out);
    html_word(out, "h2", title);
    fputs("<table>\n", out);
    html_word(out, "caption", caption);
    fputs("<thead><tr>\n", out);
}

void html_head(FILE *out, const char *text)
{
    html_element(out, "th scope=\"col\"", text);
}

void html_rows(FILE *out)
{
    fputs("</tr></thead>\n<tbody>\n", out);
}

void html_table_end(FILE *out)
{
    fputs("</tbody>\n</table>\n</section>\n", out);
}

void html_begin(FILE *out, const char *language, const char *title)
{
    fputs("<!DOCTYPE html>\n<html lang=\"", out);
    html_text(out, language[0] ? language : "en");
    fputs("\">\n<head>\n<meta charset=\"utf-8\" />\n", out);
    html_element(out, "title", title);
    fputs("<meta name=\"generator\" content=\"Plenary\" />\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n",
          out);
    fprintf(out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

void html_end(FILE *out)
{
    fputs("</main>\n</body>\n</html>\n", out);
}
