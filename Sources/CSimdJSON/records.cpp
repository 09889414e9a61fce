#define SIMDJSON_EXCEPTIONS 0
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#include "include/records.h"

#include <cstdlib>
#include <new>
#include <simdjson.h>

using namespace simdjson;

struct record_parser {
    ondemand::parser parser;
    record_value *values = nullptr;
    size_t count = 0;
    size_t capacity = 0;
    size_t most = 0;
    const char *base = nullptr;

    ~record_parser() { std::free(values); }

    /// The place of a new value, or -1 where there is no room for it.
    ptrdiff_t add(const record_value &value) {
        if (count >= most) return -1;
        if (count == capacity) {
            size_t wider = capacity ? capacity * 2 : 64;
            void *memory = std::realloc(values, wider * sizeof(record_value));
            if (!memory) return -1;
            values = static_cast<record_value *>(memory);
            capacity = wider;
        }
        values[count] = value;
        return static_cast<ptrdiff_t>(count++);
    }

    uint32_t offset(const char *place) const { return static_cast<uint32_t>(place - base); }
};

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

int kind_of(ondemand::json_type type, char first) {
    switch (type) {
    case ondemand::json_type::array: return RECORD_ARRAY;
    case ondemand::json_type::object: return RECORD_OBJECT;
    case ondemand::json_type::number: return RECORD_NUMBER;
    case ondemand::json_type::string: return RECORD_STRING;
    case ondemand::json_type::boolean: return RECORD_LITERAL;
    case ondemand::json_type::null: break;
    }
    return first == 'n' ? RECORD_NULL : RECORD_LITERAL;
}

error_code add_members(record_parser &to, ondemand::object object, int32_t parent, int depth);

error_code add_value(record_parser &to, ondemand::value value, record_value entry, int depth) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    std::string_view token = value.raw_json_token();
    while (!token.empty() && is_blank(token.back())) token.remove_suffix(1);
    if (token.empty()) return TAPE_ERROR;
    entry.kind = kind_of(type, token.front());
    if (entry.kind == RECORD_STRING) {
        if (token.size() < 2 || token.back() != '"') return STRING_ERROR;
        token = token.substr(1, token.size() - 2);
    }
    entry.start = to.offset(token.data());
    entry.end = entry.start + static_cast<uint32_t>(token.size());
    auto place = static_cast<int32_t>(to.add(entry));
    if (place < 0 || depth == 0) return SUCCESS;
    if (entry.kind == RECORD_OBJECT) {
        ondemand::object inner;
        if (auto error = value.get_object().get(inner)) return error;
        return add_members(to, inner, place, depth - 1);
    }
    if (entry.kind != RECORD_ARRAY) return SUCCESS;
    ondemand::array elements;
    if (auto error = value.get_array().get(elements)) return error;
    for (auto element : elements) {
        ondemand::value item;
        if (auto error = element.get(item)) return error;
        if (auto error = add_value(to, item, record_value{0, 0, 0, 0, place, 0}, depth - 1)) return error;
    }
    return SUCCESS;
}

error_code add_members(record_parser &to, ondemand::object object, int32_t parent, int depth) {
    for (auto found : object) {
        ondemand::field field;
        if (auto error = std::move(found).get(field)) return error;
        // The key ends where a quote stands that no backslash escapes.
        const char *start = field.key().raw();
        const char *end = start;
        while (*end != '"') end += *end == '\\' ? 2 : 1;
        record_value entry{to.offset(start), to.offset(end), 0, 0, parent, 0};
        if (auto error = add_value(to, field.value(), entry, depth)) return error;
    }
    return SUCCESS;
}

}  // namespace

record_parser *record_parser_create(void) { return new (std::nothrow) record_parser; }

void record_parser_destroy(record_parser *parser) { delete parser; }

const record_value *record_parser_values(const record_parser *parser) { return parser->values; }

ptrdiff_t record_parser_read(record_parser *parser, const char *json, size_t length, int depth, size_t most) {
    parser->base = json;
    parser->count = 0;
    parser->most = most;
    ondemand::document document;
    if (parser->parser.iterate(json, length, length + SIMDJSON_PADDING).get(document)) return -1;
    ondemand::object object;
    if (document.get_object().get(object)) return -1;
    if (add_members(*parser, object, -1, depth)) return -1;
    const char *rest;
    if (document.current_location().get(rest) != OUT_OF_BOUNDS) return -1;
    return static_cast<ptrdiff_t>(parser->count);
}
