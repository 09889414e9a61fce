/// Which characters a block of text has, numbered as they come, and how often each stands first and second in a pair. Number 0 is the end of
/// a piece. Frequent characters come early, so that their counters lie close together.
struct CharacterCensus: ~Copyable {
    /// The number of each key; 0 where it was not met.
    private let numbers: UnsafeMutablePointer<UInt32>
    /// For each number how often the character stands.
    private let counts: UnsafeMutablePointer<UInt32>
    /// For each number how often it begins a piece, so that it is second in no pair.
    private let leads: UnsafeMutablePointer<UInt32>
    /// The keys by number.
    private(set) var keys: ContiguousArray<CharacterKey> = [.endOfPiece]
    /// The number of pairs.
    private(set) var pairCount = 0

    init() {
        numbers = .allocate(capacity: CharacterKey.limit)
        numbers.initialize(repeating: 0, count: CharacterKey.limit)
        counts = .allocate(capacity: CharacterKey.limit + 1)
        leads = .allocate(capacity: CharacterKey.limit + 1)
        counts[0] = 0
        leads[0] = 0
    }

    deinit {
        numbers.deallocate()
        counts.deallocate()
        leads.deallocate()
    }

    /// Forgets what was counted. Cost: the number of different characters.
    mutating func reset() {
        for key in keys { numbers[Int(key)] = 0 }
        keys = [.endOfPiece]
        counts[0] = 0
        pairCount = 0
    }

    /// Counts the characters of a piece that is not empty.
    mutating func add(_ text: UnsafeRawPointer, _ piece: Range<Int>) {
        var place = piece.lowerBound
        while place < piece.upperBound {
            let (key, width) = readCharacter(text, place, piece.upperBound)
            var number = Int(numbers[Int(key)])
            if number == 0 { number = enter(key) }
            counts[number] &+= 1
            if place == piece.lowerBound { leads[number] &+= 1 }
            place += width
            pairCount += 1
        }
        // The end stands second once a piece, and never first.
        counts[0] &+= 1
    }

    private mutating func enter(_ key: CharacterKey) -> Int {
        let number = keys.count
        numbers[Int(key)] = UInt32(truncatingIfNeeded: number)
        counts[number] = 0
        leads[number] = 0
        keys.append(key)
        return number
    }

    /// The number of a key that was met.
    @inline(__always)
    func number(of key: CharacterKey) -> UInt32 { numbers[Int(key)] }

    /// How many pairs have the character first; none has the end.
    func firstCount(_ number: Int) -> Int { number == 0 ? 0 : Int(counts[number]) }

    /// How many pairs have the character second.
    func secondCount(_ number: Int) -> Int { Int(counts[number] - leads[number]) }

    /// The numbers in the order of their keys.
    var inOrder: [Int] { keys.indices.sorted { keys[$0] < keys[$1] } }
}
