// A key is run over a text as a set of places in the key, a bit each: those that what was read so far can have come to.

extension PinyinKey {
    /// Where a run may begin.
    enum Start {
        case at(Int)
        /// At the first character that is no mark.
        case beginning
        case anywhere
    }

    /// Where the first run ends that the key finds; nil where there is none.
    func end(in bytes: UnsafeBufferPointer<UInt8>, _ start: Start) -> Int? {
        var run = PinyinRun()
        var offset = 0
        if case .at(let place) = start { offset = place }
        var mayBegin = true
        while offset < bytes.count {
            let (scalar, width) = decoded(bytes, offset)
            offset += width
            if mayBegin { run.places |= 1 }
            read(scalar, &run)
            if isComplete(run) { return offset }
            switch start {
            case .at: mayBegin = false
            case .beginning: mayBegin = mayBegin && PinyinRun.isMark(scalar)
            case .anywhere: continue
            }
            if !mayBegin, run.isDead { return nil }
        }
        return nil
    }
}

/// How far a key has come.
struct PinyinRun {
    /// Bit n: the first n characters of the key are found, or n is 0 and a run can begin here.
    var places: UInt64 = 0
    /// Those of them that a character of the text led to by its sound: marks may follow there.
    fileprivate var sounded: UInt64 = 0

    var isDead: Bool { places == 0 }

    /// Blanks and marks that a name may have between its characters.
    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xB7, 0x2010...0x2027, 0x3000...0x3002, 0x3008...0x301F,
            0xFF01...0xFF0F, 0xFF1A...0xFF20:
            true
        case _: false
        }
    }
}

extension PinyinKey {
    private func isComplete(_ run: PinyinRun) -> Bool { run.places >> UInt64(count) & 1 == 1 }

    /// Goes on by one scalar of the text.
    private func read(_ scalar: UInt32, _ run: inout PinyinRun) {
        let small = smallLetter(scalar)
        let readings = scalar < 0x3400 ? nil : Readings(of: scalar)
        var next: UInt64 = 0
        var heard: UInt64 = 0
        var rest = run.places
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            rest &= rest - 1
            if finds(small, at: place) { next |= 1 << UInt64(place + 1) }
            if let readings, letters[place] != 0 { heard |= sounds(readings, at: place) }
        }
        if next | heard == 0, PinyinRun.isMark(scalar) { heard = run.sounded & run.places }
        run.places = withBoundaries(next | heard)
        run.sounded = withBoundaries(heard)
    }

    /// The places that a character's readings lead to.
    private func sounds(_ readings: Readings, at place: Int) -> UInt64 {
        var found: UInt64 = 0
        for index in 0..<Readings.most {
            guard let syllable = readings.syllable(index) else { break }
            let shared = agreement(syllable, at: place)
            guard shared > 0 else { continue }
            found |= 1 << UInt64(place + 1)
            if syllable.initialCount == 2, shared >= 2 { found |= 1 << UInt64(place + 2) }
            if shared == syllable.count || place + shared == count { found |= 1 << UInt64(place + shared) }
        }
        return found
    }

    /// How many letters from `place` on are those of the syllable.
    private func agreement(_ syllable: Syllable, at place: Int) -> Int {
        var shared = 0
        while place + shared < count, let wanted = syllable[shared] {
            let typed = letters[place + shared]
            guard typed == wanted || wanted == UInt8(ascii: "v") && typed == UInt8(ascii: "u") else { break }
            shared += 1
        }
        return shared
    }

    /// An apostrophe in the key stands between two syllables.
    private func withBoundaries(_ places: UInt64) -> UInt64 { places | (places & apostrophes) << 1 }
}
