/// Values of a fixed size one behind the other: an array while a reader fills it, or a piece of a mapped file. Changing a mapped
/// one makes an array of it first. Cost of an element: a load.
public struct PackedColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable, RandomAccessCollection, MutableCollection,
    ExpressibleByArrayLiteral
{
    // Safe to share: the mapped memory is not written while its owner lives, and the column keeps its owner.

    @usableFromInline var array: ContiguousArray<Element>
    @usableFromInline var mapped: UnsafeBufferPointer<Element>?
    @usableFromInline var owner: AnyObject?

    /// A column of these values.
    @inlinable public init(_ values: some Sequence<Element>) { array = ContiguousArray(values) }

    /// A column of these values.
    @inlinable public init(arrayLiteral elements: Element...) { array = ContiguousArray(elements) }

    /// The values of memory that stays as it is while `owner` lives.
    public init(mapped: UnsafeBufferPointer<Element>, owner: AnyObject) {
        array = []
        self.mapped = mapped
        self.owner = owner
    }

    /// 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of values.
    @inlinable public var endIndex: Int { mapped?.count ?? array.count }

    /// Value number `index`, from 0.
    @inlinable public subscript(index: Int) -> Element {
        get {
            guard let mapped else { return array[index] }
            precondition(UInt(bitPattern: index) < UInt(bitPattern: mapped.count), "index out of range")
            return mapped[index]
        }
        set {
            becomeArray()
            array[index] = newValue
        }
    }

    /// Adds a value.
    @inlinable public mutating func append(_ value: Element) {
        becomeArray()
        array.append(value)
    }

    /// Adds values.
    @inlinable public mutating func append(contentsOf values: some Sequence<Element>) {
        becomeArray()
        array.append(contentsOf: values)
    }

    /// Makes room, so that adding up to `count` values does not grow in steps.
    @inlinable public mutating func reserveCapacity(_ count: Int) {
        becomeArray()
        array.reserveCapacity(count)
    }

    @inlinable mutating func becomeArray() {
        guard let mapped else { return }
        array = ContiguousArray(mapped)
        self.mapped = nil
        owner = nil
    }

    /// The values as memory, for loops that must not pay for each look.
    @inlinable public func withUnsafeBufferPointer<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let mapped {
            let result = try body(mapped)
            return withExtendedLifetime(owner) { result }
        }
        return try array.withUnsafeBufferPointer(body)
    }

    /// The same for any collection that has its values in a row: this one always has.
    @inlinable public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try withUnsafeBufferPointer(body)
    }
}

extension PackedColumn: Equatable where Element: Equatable {
    /// Whether both have the same values, wherever they are kept.
    public static func == (a: PackedColumn, b: PackedColumn) -> Bool { a.elementsEqual(b) }
}
