/// Units under consideration, ascending.
enum UnitSet {
    /// A whole run, which is worth scanning as one stretch of text.
    case run(Range<Int>)
    /// Single ones.
    case some(ContiguousArray<UInt32>)

    /// The units one by one.
    var list: ContiguousArray<UInt32> {
        switch self {
        case .run(let range): ContiguousArray(range.lazy.map { UInt32(truncatingIfNeeded: $0) })
        case .some(let list): list
        }
    }

    var isEmpty: Bool {
        switch self {
        case .run(let range): range.isEmpty
        case .some(let list): list.isEmpty
        }
    }
}

/// The union of two ascending lists.
func merged(_ a: ContiguousArray<UInt32>, _ b: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    var result = ContiguousArray<UInt32>()
    result.reserveCapacity(a.count + b.count)
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
        result.append(min(a[i], b[j]))
        let (takesA, takesB) = (a[i] <= b[j], b[j] <= a[i])
        if takesA { i += 1 }
        if takesB { j += 1 }
    }
    result.append(contentsOf: a[i...])
    result.append(contentsOf: b[j...])
    return result
}

/// What is in both of two ascending lists.
func intersection(_ a: ContiguousArray<UInt32>, _ b: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    var j = 0
    return a.filter { unit in
        while j < b.count, b[j] < unit { j += 1 }
        return j < b.count && b[j] == unit
    }
}

/// What is in `a` and not in `b`, both ascending.
func difference(_ a: ContiguousArray<UInt32>, _ b: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    var j = 0
    return a.filter { unit in
        while j < b.count, b[j] < unit { j += 1 }
        return j == b.count || b[j] != unit
    }
}
