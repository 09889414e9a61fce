#pragma once
// Where the values of a JSON record stand. simdjson is C++; this is the C face of the little of it that is used.
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { RECORD_STRING, RECORD_NUMBER, RECORD_LITERAL, RECORD_NULL, RECORD_OBJECT, RECORD_ARRAY };

/// A value. Offsets count from the beginning of the record; strings are without their quotes, escapes as written.
typedef struct record_value {
    uint32_t key_start, key_end;
    uint32_t start, end;
    /// Index of the object or array it stands in, or -1 for a member of the record itself.
    int32_t parent;
    int32_t kind;
} record_value;

typedef struct record_parser record_parser;

/// NULL where there is no memory.
record_parser *record_parser_create(void);
void record_parser_destroy(record_parser *parser);

/// The values of the object in `length` bytes, parents before their children; at least 64 more bytes must be readable.
/// Returns their number, or -1 where it is no JSON object. They are good until the next call. Objects and arrays deeper
/// than `depth`, and values beyond the first `most`, are not looked into.
ptrdiff_t record_parser_read(record_parser *parser, const char *json, size_t length, int depth, size_t most);
const record_value *record_parser_values(const record_parser *parser);

#ifdef __cplusplus
}
#endif
