#include "lessons.h"

// #embed is of C23; the compiler has it in every mode, and warns where the mode is older.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A line a lesson; docs/lessons has the files.
static const unsigned char en_01[] = {
#embed "../../docs/lessons/en/01-first-look.md"
};
static const unsigned char en_02[] = {
#embed "../../docs/lessons/en/02-finding.md"
};
static const unsigned char en_03[] = {
#embed "../../docs/lessons/en/03-patterns.md"
};
static const unsigned char en_04[] = {
#embed "../../docs/lessons/en/04-units.md"
};
static const unsigned char en_05[] = {
#embed "../../docs/lessons/en/05-counting.md"
};
static const unsigned char en_06[] = {
#embed "../../docs/lessons/en/06-who-says-what.md"
};
static const unsigned char en_07[] = {
#embed "../../docs/lessons/en/07-comparing.md"
};
static const unsigned char en_08[] = {
#embed "../../docs/lessons/en/08-functions.md"
};
static const unsigned char en_09[] = {
#embed "../../docs/lessons/en/09-announcements.md"
};
static const unsigned char en_10[] = {
#embed "../../docs/lessons/en/10-roles.md"
};
static const unsigned char en_11[] = {
#embed "../../docs/lessons/en/11-when.md"
};
static const unsigned char en_12[] = {
#embed "../../docs/lessons/en/12-company.md"
};
static const unsigned char en_13[] = {
#embed "../../docs/lessons/en/13-recurrence.md"
};
static const unsigned char en_14[] = {
#embed "../../docs/lessons/en/14-comparing.md"
};
static const unsigned char en_15[] = {
#embed "../../docs/lessons/en/15-looking.md"
};
static const unsigned char en_16[] = {
#embed "../../docs/lessons/en/16-footnote.md"
};
static const unsigned char zh_01[] = {
#embed "../../docs/lessons/zh/01-first-look.md"
};
static const unsigned char zh_02[] = {
#embed "../../docs/lessons/zh/02-finding.md"
};
static const unsigned char zh_03[] = {
#embed "../../docs/lessons/zh/03-patterns.md"
};
static const unsigned char zh_04[] = {
#embed "../../docs/lessons/zh/04-units.md"
};
static const unsigned char zh_05[] = {
#embed "../../docs/lessons/zh/05-counting.md"
};
static const unsigned char zh_06[] = {
#embed "../../docs/lessons/zh/06-who-says-what.md"
};
static const unsigned char zh_07[] = {
#embed "../../docs/lessons/zh/07-comparing.md"
};
static const unsigned char zh_08[] = {
#embed "../../docs/lessons/zh/08-functions.md"
};
static const unsigned char zh_09[] = {
#embed "../../docs/lessons/zh/09-announcements.md"
};
static const unsigned char zh_10[] = {
#embed "../../docs/lessons/zh/10-roles.md"
};
static const unsigned char zh_11[] = {
#embed "../../docs/lessons/zh/11-when.md"
};
static const unsigned char zh_12[] = {
#embed "../../docs/lessons/zh/12-company.md"
};
static const unsigned char zh_13[] = {
#embed "../../docs/lessons/zh/13-recurrence.md"
};
static const unsigned char zh_14[] = {
#embed "../../docs/lessons/zh/14-comparing.md"
};
static const unsigned char zh_15[] = {
#embed "../../docs/lessons/zh/15-looking.md"
};
static const unsigned char zh_16[] = {
#embed "../../docs/lessons/zh/16-footnote.md"
};

#define LESSON(language, number, name) {name, #language, language##_##number, sizeof language##_##number}

static const built_in_lesson lessons[] = {
    LESSON(en, 01, "01-first-look.md"),
    LESSON(en, 02, "02-finding.md"),
    LESSON(en, 03, "03-patterns.md"),
    LESSON(en, 04, "04-units.md"),
    LESSON(en, 05, "05-counting.md"),
    LESSON(en, 06, "06-who-says-what.md"),
    LESSON(en, 07, "07-comparing.md"),
    LESSON(en, 08, "08-functions.md"),
    LESSON(en, 09, "09-announcements.md"),
    LESSON(en, 10, "10-roles.md"),
    LESSON(en, 11, "11-when.md"),
    LESSON(en, 12, "12-company.md"),
    LESSON(en, 13, "13-recurrence.md"),
    LESSON(en, 14, "14-comparing.md"),
    LESSON(en, 15, "15-looking.md"),
    LESSON(en, 16, "16-footnote.md"),
    LESSON(zh, 01, "01-first-look.md"),
    LESSON(zh, 02, "02-finding.md"),
    LESSON(zh, 03, "03-patterns.md"),
    LESSON(zh, 04, "04-units.md"),
    LESSON(zh, 05, "05-counting.md"),
    LESSON(zh, 06, "06-who-says-what.md"),
    LESSON(zh, 07, "07-comparing.md"),
    LESSON(zh, 08, "08-functions.md"),
    LESSON(zh, 09, "09-announcements.md"),
    LESSON(zh, 10, "10-roles.md"),
    LESSON(zh, 11, "11-when.md"),
    LESSON(zh, 12, "12-company.md"),
    LESSON(zh, 13, "13-recurrence.md"),
    LESSON(zh, 14, "14-comparing.md"),
    LESSON(zh, 15, "15-looking.md"),
    LESSON(zh, 16, "16-footnote.md"),
};

size_t built_in_lesson_count(void) { return sizeof lessons / sizeof lessons[0]; }

built_in_lesson built_in_lesson_at(size_t index) {
    return lessons[index < built_in_lesson_count() ? index : 0];
}
