import Documents

/// What titles, subtitles and bylines look like.
extension ByteView {
    /// The bytes of `span` without blanks, dashes and colons, by which a title is compared with its repetition.
    func letters(of span: Span, into letters: inout [UInt8]) {
        letters.removeAll(keepingCapacity: true)
        let end = Int(span.end)
        var offset = Int(span.start)
        var run = offset
        while offset < end {
            if hanCharacter(at: offset) != nil, offset + 3 <= end {
                offset += 3
                continue
            }
            let isHan = (0xE4...0xE9).contains(self[offset])
            let width = isHan ? 0 : max(blankWidth(at: offset, before: end), joinerWidth(at: offset, before: end))
            if width > 0 {
                letters.append(contentsOf: UnsafeRawBufferPointer(start: base + run, count: offset - run))
                run = offset + width
            }
            offset += max(width, 1)
        }
        if run < end { letters.append(contentsOf: UnsafeRawBufferPointer(start: base + run, count: end - run)) }
    }

    private func joinerWidth(at offset: Int, before end: Int) -> Int {
        switch self[offset] {
        case 0x2D, 0x3A: 1
        case 0xE2: dashWidth(at: offset, before: end)
        case 0xEF: has(0xEF_BC9A, at: offset, before: end) ? 3 : 0
        default: 0
        }
    }

    /// The bytes of — or ─ at `offset`, or 0.
    func dashWidth(at offset: Int, before end: Int) -> Int {
        has(0xE2_8094, at: offset, before: end) || has(0xE2_9480, at: offset, before: end) ? 3 : 0
    }

    /// Where the dashes at `start` end.
    func skippingDashes(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, dashWidth(at: offset, before: end) > 0 { offset += 3 }
        return offset
    }

    /// The part of a title behind the first ——, or nil.
    func subtitle(inTitle title: Span) -> Span? {
        let end = Int(title.end)
        var offset = Int(title.start)
        while offset + 6 <= end {
            guard self[offset] == 0xE2 else {
                offset += 1
                continue
            }
            let text = skippingDashes(from: offset, to: end)
            if text >= offset + 6 {
                let span = trimmed(from: text, to: end)
                return span.isEmpty || offset == Int(title.start) ? nil : span
            }
            offset = max(text, offset + 1)
        }
        return nil
    }

    /// Whether the line ends with 。, ！, ？ or ….
    func endsSentence(_ line: BodyLine) -> Bool {
        switch threeBefore(line.end, from: line.start) {
        case 0xE3_8082, 0xEF_BC81, 0xEF_BC9F, 0xE2_80A6: true
        default: false
        }
    }

    /// Whether the line names its writer by office: `本报记者 孟宪励`, `（新华社特派记者刘白羽）`, `作者：…`.
    func isByline(_ line: BodyLine) -> Bool {
        guard characters(from: line.start, to: line.end) <= 30, !endsClause(line) else { return false }
        let start = has("（", at: line.start, before: line.end) ? line.start + 3 : line.start
        guard Offices.all.contains(where: { has($0, at: start, before: line.end) }) else { return false }
        return !contains("，", from: line.start, to: line.end)
    }

    /// Whether the line is a name of two to four characters under a title: it begins with a surname, and text follows.
    func isLoneName(_ line: BodyLine, before next: BodyLine?) -> Bool {
        guard let next, next.span.count > 60, (6...18).contains(line.span.count), !endsClause(line) else { return false }
        var length = 0
        var offset = line.start
        while offset < line.end {
            let blank = blankWidth(at: offset, before: line.end)
            guard blank > 0 || (0xE4...0xE9).contains(self[offset]) else { return false }
            length += blank > 0 ? 0 : 1
            offset += blank > 0 ? blank : 3
        }
        return (2...4).contains(length) && Surnames.all.contains(three(at: line.start))
    }
}

/// What a byline begins with that names its writer by office.
private enum Offices {
    static let all: [StaticString] = [
        "本报记者", "本报特约", "本报评论员", "本报通讯员", "新华社记者", "新华社特派", "新华社通讯员", "记者", "通讯员", "作者",
    ]
}
