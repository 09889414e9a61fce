#pragma once
// PCRE2 gives one header for three code-unit widths; text here is UTF-8, so the width is 8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
