import Documents

/// The lists of an index for the literals of one search, each looked up once.
struct IndexedPlaces {
    private let index: any LiteralIndex
    /// Bytes below which a scan costs less than a look into the index.
    private let leastBytes: Int
    private var known: [(characters: [[Unicode.Scalar]], places: (any LiteralPlaces)?)] = []

    /// How many bytes a scan goes through while one place is decoded.
    private static let bytesAPlace = 8

    init(_ index: any LiteralIndex, leastBytes: Int) {
        self.index = index
        self.leastBytes = leastBytes
    }

    /// The places of a literal; nil where the index cannot tell.
    mutating func places(of finder: LiteralFinder) -> (any LiteralPlaces)? {
        guard let characters = finder.characters else { return nil }
        // A search has few literals, and arrays that share their memory are equal at a glance.
        if let entry = known.first(where: { $0.characters == characters }) { return entry.places }
        let places = index.places(of: characters)
        known.append((characters, places))
        return places
    }

    /// Whether it is less work to take `count` places from the index than to scan `bytes`.
    func pays(_ count: Int, insteadOf bytes: Int) -> Bool {
        bytes >= leastBytes && (leastBytes == 0 || count * IndexedPlaces.bytesAPlace < bytes)
    }
}

extension LiteralPlaces {
    /// About how many there are in `part` of a text of `whole` bytes, were they spread evenly.
    func expected(in part: Range<Int>, of whole: Int) -> Int {
        Int(Double(atMost) * Double(part.count) / Double(max(1, whole)))
    }
}

extension ContiguousArray<UInt32> {
    /// Keeps the places that have one of `others` behind them at `distance`. Both ascend. Cost: a step a place of either.
    mutating func keep(before others: ContiguousArray<UInt32>, at distance: ClosedRange<Int>) {
        let (least, most) = (UInt64(distance.lowerBound), UInt64(distance.upperBound))
        let kept = withUnsafeMutableBufferPointer { places in
            others.withUnsafeBufferPointer { others in
                var (kept, next) = (0, 0)
                for index in 0..<places.count {
                    let place = UInt64(places[index])
                    while next < others.count, UInt64(others[next]) < place + least { next += 1 }
                    guard next < others.count else { break }
                    places[kept] = places[index]
                    kept += UInt64(others[next]) <= place + most ? 1 : 0
                }
                return kept
            }
        }
        removeLast(count - kept)
    }
}
