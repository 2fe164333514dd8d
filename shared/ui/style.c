#include "ui/style.h"

const struct ui_style ui_style_kiosk = {
    .button_height = 80,
    .button_padding = 32,
    .button_size = 28,
    .field_height = 72,
    .field_padding = 20,
    .field_size = 28,
    .label_size = 24,
    .label_above = 40,
    .line_size = 24,
    .fault_mark = 32,
    .option_height = 64,
};

const struct ui_style ui_style_console = {
    .button_height = 64,
    .button_padding = 24,
    .button_size = 24,
    .field_height = 56,
    .field_padding = 16,
    .field_size = 24,
    .label_size = 20,
    .label_above = 36,
    .line_size = 20,
    .fault_mark = 28,
    .option_height = 52,
};

const struct ui_style ui_style_client = {
    .button_height = 56,
    .button_padding = 24,
    .button_size = 20,
    .field_height = 56,
    .field_padding = 16,
    .field_size = 20,
    .label_size = 16,
    .label_above = 32,
    .line_size = 16,
    .fault_mark = 24,
    .option_height = 48,
};
