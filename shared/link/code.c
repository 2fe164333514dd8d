#include "link/code.h"

#include <assert.h>
#include <string.h>

static_assert(sizeof LINK_ALPHABET - 1 == LINK_ALPHABET_LENGTH, "the alphabet has 25 symbols");

static int symbol_number(char symbol)
{
    const char *found = symbol ? strchr(LINK_ALPHABET, symbol) : NULL;
    return found ? (int)(found - LINK_ALPHABET) : -1;
}

/* Bytes from 250 on are drawn again: 250 is the last multiple of 25, so each symbol is as likely.
 */
static char draw_symbol(const struct link_random *random)
{
    uint8_t byte;
    do
        random->fill(random->context, &byte, 1);
    while (byte >= 256 - 256 % LINK_ALPHABET_LENGTH);
    return LINK_ALPHABET[byte % LINK_ALPHABET_LENGTH];
}

void link_code_make(char code[LINK_CODE_SIZE], const char *selector,
                    const struct link_random *random)
{
    assert(!selector || link_code_selector(selector) >= 0);
    for (size_t i = 0; i < CODE_LENGTH; i++)
        code[i] = selector && i < LINK_SELECTOR_LENGTH ? selector[i] : draw_symbol(random);
    code[CODE_LENGTH] = '\0';
}

bool link_code_read(struct link_code_typed *typed, const char *text)
{
    *typed = (struct link_code_typed){0};
    for (size_t i = 0; text[i]; i++) {
        char symbol = text[i];
        if (symbol == ' ' || symbol == '\t' || symbol == '-')
            continue;
        if (symbol >= 'a' && symbol <= 'z')
            symbol = (char)(symbol - 'a' + 'A');
        if (symbol_number(symbol) < 0 || typed->length == CODE_LENGTH) {
            typed->odd = true;
            typed->odd_at = i;
            return false;
        }
        typed->symbols[typed->length++] = symbol;
    }
    return typed->length == CODE_LENGTH;
}

void link_code_show(char shown[LINK_CODE_SHOWN_SIZE], const char code[LINK_CODE_SIZE])
{
    const size_t half = CODE_LENGTH / 2;
    assert(strlen(code) == CODE_LENGTH);
    memcpy(shown, code, half);
    shown[half] = ' ';
    memcpy(shown + half + 1, code + half, CODE_LENGTH - half + 1);
}

int link_code_selector(const char *code)
{
    int first = symbol_number(code[0]);
    int second = first < 0 ? -1 : symbol_number(code[1]);
    return second < 0 ? -1 : first * LINK_ALPHABET_LENGTH + second;
}
