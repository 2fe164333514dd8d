#include "export/formats.h"

#include "report/cluster.h"

static enum error write_pdf(const char *path, const struct export *what, struct trouble *trouble)
{
    return report_cluster(path, what->room, what->reader, what->now_ms, trouble);
}

const struct format formats[FORMATS_MAX] = {
    {ASKED_PDF, WORD_EXPORT_IS_PDF, ".pdf", write_pdf, NULL},
    {ASKED_XLSX, WORD_EXPORT_IS_XLSX, ".xlsx", export_xlsx, NULL},
    {ASKED_MARKDOWN, WORD_EXPORT_IS_MARKDOWN, "-summary.md", export_markdown, NULL},
    {ASKED_ICS, WORD_EXPORT_IS_ICS, "-dates.ics", export_ics, export_has_dates},
    {ASKED_JSON, WORD_EXPORT_IS_JSON, ".json", export_json, NULL},
    {ASKED_CSV, WORD_EXPORT_IS_CSV, NULL, export_csv, NULL}, /* a folder */
};

const struct reader readers[READERS_MAX] = {
    {AUDIENCE_SUMMARY, WORD_EXPORT_FOLDER_CLUSTER, WORD_EXPORT_IS_FOR_CLUSTER},
    {AUDIENCE_LA, WORD_EXPORT_FOLDER_LA, WORD_EXPORT_IS_FOR_LA},
    {AUDIENCE_FACILITATOR, WORD_EXPORT_FOLDER_FACILITATOR, WORD_EXPORT_IS_FOR_FACILITATOR},
};
