/// The readings of Han characters in Mandarin, looked up in tables that are part of the program: nothing is made at start-up.
/// Cost of a lookup: two loads for nearly every character.
struct Readings {
    /// The syllables of a character by number, at most four; none for what is no Han character, or one that no dictionary reads.
    private let cells: UnsafePointer<UInt8>

    /// How many readings there are at most.
    static let most = 4
    private static let none: UInt8 = UInt8(ascii: "_")

    init?(of scalar: UInt32) {
        guard let set = Readings.set(of: scalar), set > 0 else { return nil }
        cells = readingSets.utf8Start + set * 2 * Readings.most
    }

    /// The syllable in place `index`, nil behind the last.
    func syllable(_ index: Int) -> Syllable? {
        guard index < Readings.most, cells[2 * index] != Readings.none else { return nil }
        return Syllable(number: Readings.number(cells + 2 * index))
    }

    private static func set(of scalar: UInt32) -> Int? {
        switch scalar {
        case 0x4E00...0x9FFF: number(unifiedReadings.utf8Start + Int(scalar - 0x4E00) * 2)
        case 0x3400...0x4DBF: number(extensionReadings.utf8Start + Int(scalar - 0x3400) * 2)
        case 0x20000...0x3FFFF: rareSet(of: scalar)
        case _: nil
        }
    }

    /// Two digits of base 64, as the tables are written.
    private static func number(_ cell: UnsafePointer<UInt8>) -> Int { digit(cell[0]) << 6 | digit(cell[1]) }

    private static func digit(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 36
        case UInt8(ascii: "+"): 62
        case _: 63
        }
    }

    /// A binary search among the characters of four bytes.
    private static func rareSet(of scalar: UInt32) -> Int? {
        let record = 6
        var low = 0
        var high = otherReadings.utf8CodeUnitCount / record
        while low < high {
            let middle = (low + high) / 2
            let place = otherReadings.utf8Start + middle * record
            let value = (0..<4).reduce(UInt32(0)) { $0 << 6 | UInt32(place[$1] & ($1 == 0 ? 0x07 : 0x3F)) }
            if value == scalar { return number(place + 4) }
            if value < scalar { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}

/// A syllable without its tone, in lower case; ü is `v`.
struct Syllable {
    private let cells: UnsafePointer<UInt8>

    /// The bytes each syllable takes in the table.
    private static let width = 6

    fileprivate init(number: Int) { cells = syllables.utf8Start + number * Syllable.width }

    /// The letter in a place, nil behind the last.
    subscript(index: Int) -> UInt8? {
        index < Syllable.width && cells[index] != UInt8(ascii: "_") ? cells[index] : nil
    }

    /// How many letters it has.
    var count: Int {
        var count = 0
        while self[count] != nil { count += 1 }
        return count
    }

    /// The letters of its initial: 2 for `zh`, `ch`, `sh`, otherwise 1.
    var initialCount: Int {
        guard cells[1] == UInt8(ascii: "h") else { return 1 }
        return cells[0] == UInt8(ascii: "z") || cells[0] == UInt8(ascii: "c") || cells[0] == UInt8(ascii: "s") ? 2 : 1
    }
}
