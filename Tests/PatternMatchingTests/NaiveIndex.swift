import Documents

@testable import PatternMatching

/// An index that looks at each byte when it is asked. It may be `loose`: then it has places, too, where not the whole literal
/// stands, and places outside the pieces.
struct NaiveIndex: LiteralIndex {
    let text: Text
    let pieces: SpanColumn
    var isLoose = false
    /// Literals of so many characters it does not know.
    var unknown = 0

    func places(of literal: [[Unicode.Scalar]]) -> (any LiteralPlaces)? {
        guard literal.count != unknown else { return nil }
        let forms = literal.map { $0.map { Array(String($0).utf8) } }
        let sought = isLoose ? forms.prefix(1)[...] : forms[...]
        let ranges = isLoose ? [0..<text.count] : (0..<pieces.count).map { Int(pieces[$0].start)..<Int(pieces[$0].end) }
        let places = ranges.flatMap { range in range.filter { stands(sought, $0, range.upperBound) }.map { UInt32($0) } }
        return NaivePlaces(places: places, isExact: !isLoose)
    }

    private func stands(_ forms: ArraySlice<[[UInt8]]>, _ place: Int, _ end: Int) -> Bool {
        guard let first = forms.first else { return true }
        return first.contains { form in
            place + form.count <= end && text.bytes[place..<place + form.count].elementsEqual(form)
                && stands(forms.dropFirst(), place + form.count, end)
        }
    }
}

private struct NaivePlaces: LiteralPlaces {
    let places: [UInt32]
    let isExact: Bool
    var atMost: Int { places.count }

    func append(in range: Range<UInt32>, to found: inout ContiguousArray<UInt32>) {
        found.append(contentsOf: places.filter { range.contains($0) })
    }
}
