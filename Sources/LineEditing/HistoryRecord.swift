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

    /// The entry on a line, given in UTF-8; nil where the line is none. Most lines hold no escape: these cost one copy.
    static func entry(on line: ArraySlice<UInt8>) -> HistoryEntry? {
        let textStart = line.startIndex + stampLength + 1
        guard line.count > stampLength + 1, line[textStart - 1] == UInt8(ascii: "\t"),
            let time = seconds(line[..<(textStart - 1)])
        else { return nil }
        let bytes = line[textStart...]
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "\\")) else { return HistoryEntry(time: time, text: text) }
        guard let unescaped = unescaped(text[...]), !unescaped.isEmpty else { return nil }
        return HistoryEntry(time: time, text: unescaped)
    }

    static func entry(on line: Substring) -> HistoryEntry? { entry(on: Array(line.utf8)[...]) }

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

    /// `2026-11-23T14:20:29Z`
    private static let stampLength = 20

    private static func seconds(_ stamp: ArraySlice<UInt8>) -> Int? {
        guard stamp.last == UInt8(ascii: "Z"), let year = number(stamp, 0, 4), let month = number(stamp, 5, 2),
            let day = number(stamp, 8, 2), let hour = number(stamp, 11, 2), let minute = number(stamp, 14, 2),
            let second = number(stamp, 17, 2)
        else { return nil }
        return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The number that so many digits make.
    private static func number(_ stamp: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int? {
        var number = 0
        for byte in stamp[(stamp.startIndex + offset)..<(stamp.startIndex + offset + count)] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte) - 0x30
        }
        return number
    }

    /// Days since 1970 in the Gregorian calendar. Years are counted from March, so that a leap day ends one.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
