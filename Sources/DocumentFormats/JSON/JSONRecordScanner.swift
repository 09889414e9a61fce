/// Where the objects of a JSON array, or objects one after the other, begin and end, by brackets and quotes alone: so a
/// record that is no JSON is lost alone.
struct JSONRecordScanner {
    let view: ByteView
    private(set) var offset: Int

    init(_ view: ByteView, from start: Int) {
        self.view = view
        offset = start
    }

    /// The next object of the outermost array; nil at the end. Where its bracket is not closed it goes to the end.
    mutating func next() -> Range<Int>? {
        while offset < view.count {
            switch view[offset] {
            case 0x7B:
                let start = offset
                offset = objectEnd(from: start)
                return start..<offset
            case 0x22: offset = stringEnd(from: offset)
            default: offset += 1
            }
        }
        return nil
    }

    /// Behind the bracket that closes the one at `start`, or the end.
    private func objectEnd(from start: Int) -> Int {
        var depth = 0
        var place = start
        while place < view.count {
            switch view[place] {
            case 0x22:
                place = stringEnd(from: place)
                continue
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return view.count
    }

    /// Behind the quote that closes the one at `start`, or the end. 32 bytes a step.
    private func stringEnd(from start: Int) -> Int {
        var place = start + 1
        while place < view.count {
            place = view.first(of: 0x22, or: 0x5C, from: place, limit: view.count)
            guard place < view.count, view[place] == 0x5C else { return min(place + 1, view.count) }
            place += 2
        }
        return view.count
    }
}
