#pragma once
// The lessons of docs/lessons as bytes of the program, so that an installed wen can teach them.
#include <stddef.h>

/// A lesson: the name of its file, its language ("en", "zh"), and its text, which no zero byte ends.
typedef struct built_in_lesson {
    const char *_Nonnull name;
    const char *_Nonnull language;
    const unsigned char *_Nonnull bytes;
    size_t count;
} built_in_lesson;

/// How many lessons there are, of all languages.
size_t built_in_lesson_count(void);

/// A lesson by its number from 0: all of one language in their order, then all of the next.
built_in_lesson built_in_lesson_at(size_t index);
