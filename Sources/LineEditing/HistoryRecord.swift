import Glibc

/// One entry of the history.
public struct HistoryEntry: Hashable, Sendable {
    /// When it was entered, in seconds since 1970, UTC.
    public let time: Int
    /// The entry, with its newlines.
    public let text: String

    /// An entry made at `time`.
    public init(time: Int, text: String) {
        self.time = time
        self.text = text
    }
}

/// A line of the history file: `2026-11-23T14:20:29Z`, a tab, the entry with `\n`, `\t`, `\\` and `\u{…}` for newline,
/// tab, backslash and other controls.
enum HistoryRecord {
    /// The line, without its newline.
    static func line(for entry: HistoryEntry) -> String {
        timestamp(entry.time) + "\t" + escaped(entry.text)
    }

    /// The entry on a line; nil where the line is none.
    static func entry(on line: Substring) -> HistoryEntry? {
        guard let tab = line.firstIndex(of: "\t"), let time = seconds(line[..<tab]),
            let text = unescaped(line[line.index(after: tab)...]), !text.isEmpty
        else { return nil }
        return HistoryEntry(time: time, text: text)
    }

    static func escaped(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": line += "\\n"
            case "\t": line += "\\t"
            case "\\": line += "\\\\"
            case _ where scalar.properties.generalCategory == .control:
                line += "\\u{" + String(scalar.value, radix: 16) + "}"
            case _: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    static func unescaped(_ line: Substring) -> String? {
        var text = String.UnicodeScalarView()
        var scalars = line.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if scalar != "\\" {
                text.append(scalar)
            } else if let meant = escape(&scalars) {
                text.append(meant)
            } else {
                return nil
            }
        }
        return String(text)
    }

    private static func escape(_ scalars: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        switch scalars.popFirst() {
        case "n": return "\n"
        case "t": return "\t"
        case "\\": return "\\"
        case "u":
            guard scalars.popFirst() == "{", let end = scalars.firstIndex(of: "}") else { return nil }
            let digits = String(scalars[..<end])
            scalars = scalars[scalars.index(after: end)...]
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        case _: return nil
        }
    }

    private static func timestamp(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        return padded(parts.tm_year + 1900, 4) + "-" + padded(parts.tm_mon + 1) + "-" + padded(parts.tm_mday)
            + "T" + padded(parts.tm_hour) + ":" + padded(parts.tm_min) + ":" + padded(parts.tm_sec) + "Z"
    }

    private static func padded(_ number: Int32, _ digits: Int = 2) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func seconds(_ stamp: Substring) -> Int? {
        let fields = stamp.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) })
        let numbers = fields.compactMap { Int32(String(decoding: $0, as: UTF8.self)) }
        guard stamp.utf8.count == 20, stamp.utf8.last == UInt8(ascii: "Z"), numbers.count == 6 else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
        return Int(timegm(&parts))
    }
}
