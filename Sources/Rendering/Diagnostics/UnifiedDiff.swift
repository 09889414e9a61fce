/// The unified diff that makes `new` of `old`, with `context` lines around each change; empty where they are the same,
/// byte for byte. Control characters other than tabs are drawn as pictures. Cost: lines times changed lines.
public func unifiedDiff(
    _ old: String, _ new: String, oldName: String = "expected", newName: String = "found", context: Int = 3
) -> String {
    let (before, after) = (DiffLine.lines(old), DiffLine.lines(new))
    let changes = LineChanges(before, after)
    guard !changes.edits.isEmpty else { return "" }
    var output = Output()
    output.write("--- \(visible(oldName))\n+++ \(visible(newName))\n")
    for hunk in changes.hunks(context: max(0, context)) { hunk.write(before, after, to: &output) }
    return String(decoding: output.takeBytes(), as: UTF8.self)
}

/// A line with its line end, compared by its bytes: equal strings of Swift may differ in theirs.
private struct DiffLine: Equatable {
    let bytes: ArraySlice<UInt8>

    static func lines(_ text: String) -> [DiffLine] {
        let bytes = Array(text.utf8)
        var lines: [DiffLine] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            lines.append(DiffLine(bytes: bytes[start...index]))
            start = index + 1
        }
        if start < bytes.count { lines.append(DiffLine(bytes: bytes[start...])) }
        return lines
    }

    func write(_ mark: UInt8, to output: inout Output) {
        output.write(mark)
        bytes.withUnsafeBytes { Escaping.diff.write($0, to: &output) }
        if bytes.last != 0x0A { output.write("\n\\ No newline at end of file\n") }
    }
}

extension Escaping {
    fileprivate static let diff = Escaping(kept: "\t\n") { picture($0) }
}

/// Stretches in which two lists of lines differ.
private struct LineChanges {
    struct Edit {
        var old: Range<Int>
        var new: Range<Int>
    }

    private(set) var edits: [Edit] = []
    private let oldCount: Int
    private let newCount: Int

    init(_ old: [DiffLine], _ new: [DiffLine]) {
        (oldCount, newCount) = (old.count, new.count)
        let shorter = min(old.count, new.count)
        let same = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
        let tail = (0..<shorter - same).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? shorter - same
        let (oldPart, newPart) = (old[same..<old.count - tail], new[same..<new.count - tail])
        var removed = [Bool](repeating: false, count: oldPart.count)
        var inserted = [Bool](repeating: false, count: newPart.count)
        for change in newPart.difference(from: oldPart) {
            switch change {
            case .remove(let offset, _, _): removed[offset] = true
            case .insert(let offset, _, _): inserted[offset] = true
            }
        }
        walk(removed, inserted, from: same)
    }

    /// Goes through both sides at once: lines that neither side marks correspond.
    private mutating func walk(_ removed: [Bool], _ inserted: [Bool], from base: Int) {
        var (i, j) = (0, 0)
        while i < removed.count || j < inserted.count {
            let start = (i, j)
            while i < removed.count, removed[i] { i += 1 }
            while j < inserted.count, inserted[j] { j += 1 }
            if (i, j) != start {
                edits.append(Edit(old: base + start.0..<base + i, new: base + start.1..<base + j))
            } else {
                i += 1
                j += 1
            }
        }
    }

    /// Changes with their context; those whose contexts touch are one hunk.
    func hunks(context: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        for edit in edits {
            if let last = hunks.last?.edits.last, edit.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].edits.append(edit)
            } else {
                hunks.append(Hunk(edits: [edit], context: context, oldCount: oldCount))
            }
        }
        return hunks
    }
}

/// Neighbouring changes.
private struct Hunk {
    var edits: [LineChanges.Edit]
    let context: Int
    let oldCount: Int

    func write(_ old: [DiffLine], _ new: [DiffLine], to output: inout Output) {
        guard let first = edits.first, let last = edits.last else { return }
        let before = min(context, first.old.lowerBound)
        let after = min(context, oldCount - last.old.upperBound)
        let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
        let newRange = first.new.lowerBound - before..<last.new.upperBound + after
        output.write("@@ -\(Hunk.place(oldRange)) +\(Hunk.place(newRange)) @@\n")
        var index = oldRange.lowerBound
        for edit in edits {
            for line in old[index..<edit.old.lowerBound] { line.write(UInt8(ascii: " "), to: &output) }
            for line in old[edit.old] { line.write(UInt8(ascii: "-"), to: &output) }
            for line in new[edit.new] { line.write(UInt8(ascii: "+"), to: &output) }
            index = edit.old.upperBound
        }
        for line in old[index..<oldRange.upperBound] { line.write(UInt8(ascii: " "), to: &output) }
    }

    /// The first line, from 1, and the number of lines; an empty range is named by the line before it.
    private static func place(_ range: Range<Int>) -> String {
        let first = range.isEmpty ? range.lowerBound : range.lowerBound + 1
        return range.count == 1 ? "\(first)" : "\(first),\(range.count)"
    }
}
