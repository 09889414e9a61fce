/// Compares two neighbouring bytes, in 32 places at once, with the last two of each form of a character.
protocol AnchorTest {
    typealias Mask = SIMDMask<SIMD32<Int8>>

    /// The places where `last` is the last byte of a form and `before`, the byte before each, is right for it too.
    func places(_ before: SIMD32<UInt8>, _ last: SIMD32<UInt8>) -> Mask
}

/// The last two bytes of one form.
struct BytePair: AnchorTest {
    private let first: SIMD32<UInt8>
    private let second: SIMD32<UInt8>

    /// `bytes` are two or more.
    init(_ bytes: [UInt8]) {
        first = SIMD32(repeating: bytes[bytes.count - 2])
        second = SIMD32(repeating: bytes[bytes.count - 1])
    }

    @inline(__always)
    func places(_ before: SIMD32<UInt8>, _ last: SIMD32<UInt8>) -> Mask { (before .== first) .& (last .== second) }
}

struct TwoPairs: AnchorTest {
    let one: BytePair
    let other: BytePair

    @inline(__always)
    func places(_ before: SIMD32<UInt8>, _ last: SIMD32<UInt8>) -> Mask { one.places(before, last) .| other.places(before, last) }
}

/// Three forms or more.
struct ManyPairs: AnchorTest {
    let two: TwoPairs
    let rest: ContiguousArray<BytePair>

    @inline(__always)
    func places(_ before: SIMD32<UInt8>, _ last: SIMD32<UInt8>) -> Mask {
        var places = two.places(before, last)
        for pair in rest { places = places .| pair.places(before, last) }
        return places
    }
}

/// A mark of ASCII, which is one byte, and its full-width form.
struct WidthPair: AnchorTest {
    let single: SIMD32<UInt8>
    let wide: BytePair

    @inline(__always)
    func places(_ before: SIMD32<UInt8>, _ last: SIMD32<UInt8>) -> Mask { (last .== single) .| wide.places(before, last) }
}

/// The test that a character's forms need.
enum AnchorKind: Sendable {
    case one(BytePair)
    case two(TwoPairs)
    case many(ManyPairs)
    case width(WidthPair)

    /// `forms` are not empty. Few tests are enough: what passes is compared in full.
    init(_ forms: [[UInt8]]) {
        let pairs = forms.filter { $0.count > 1 }.map { BytePair($0) }
        let single = forms.first { $0.count == 1 }?.first
        switch (single, pairs.count) {
        case (let single?, _):
            // A control character has no other form; 0xFF is in no text that is well-formed.
            self = .width(WidthPair(single: SIMD32(repeating: single), wide: pairs.first ?? BytePair([0xFF, 0xFF])))
        case (nil, 1): self = .one(pairs[0])
        case (nil, 2): self = .two(TwoPairs(one: pairs[0], other: pairs[1]))
        case (nil, _): self = .many(ManyPairs(two: TwoPairs(one: pairs[0], other: pairs[1]), rest: ContiguousArray(pairs[2...])))
        }
    }
}
