#pragma once
#include <lzma.h>
// The flag is a macro with a cast, which Swift does not see.
static const uint32_t wen_lzma_concatenated = LZMA_CONCATENATED;
