import CSimdJSON
import Documents
import Glibc

/// The keys that the records of a file have, as a tree: a place in it for each path of keys. What stands in an array has the
/// place of the array.
struct JSONKeys {
    private struct Node {
        /// The names of the keys that lead here, joined by dots.
        var path: String
        var children: [(key: [UInt8], node: Int)] = []
        var holdsValues = false
        var field: TableField?
    }

    private var nodes = [Node(path: "")]
    /// Whether the tree still grows; a record read later may have keys of its own.
    private static let mostNodes = 512

    /// The paths that were seen, in order, as columns.
    var columns: [TableColumn] { nodes.dropFirst().map { TableColumn(name: $0.path, holdsValues: $0.holdsValues) } }

    /// Says which fields the columns hold.
    mutating func assign(_ choice: ColumnChoice) {
        for (field, column) in choice { nodes[column + 1].field = field }
    }

    /// The field that the values at a place hold.
    func field(of node: Int) -> TableField? { nodes[node].field }

    /// Sets `places` to the places of the values of a record that begins at `start`; 0 for those of a key that does not count.
    mutating func place(
        _ values: UnsafeBufferPointer<record_value>, in view: ByteView, from start: Int, into places: inout [Int], learning: Bool
    ) {
        places.removeAll(keepingCapacity: true)
        var hint = 0
        for value in values {
            let parent = value.parent < 0 ? 0 : places[Int(value.parent)]
            let isElement = value.parent >= 0 && values[Int(value.parent)].kind == Int32(RECORD_ARRAY)
            if isElement || (value.parent >= 0 && parent == 0) {
                places.append(parent)
            } else {
                let key = UnsafeRawBufferPointer(
                    start: view.base + start + Int(value.key_start), count: Int(value.key_end - value.key_start))
                places.append(child(of: parent, key, &hint, learning: learning))
            }
            if learning, let place = places.last, value.holdsValue { nodes[place].holdsValues = true }
        }
    }

    /// The place of a key below `parent`. Keys mostly come in the same order: the one after the last is tried first.
    private mutating func child(of parent: Int, _ key: UnsafeRawBufferPointer, _ hint: inout Int, learning: Bool) -> Int {
        let children = nodes[parent].children
        for step in children.indices {
            let index = (hint + step) % children.count
            if children[index].key.count == key.count, key.elementsEqual(children[index].key) {
                hint = index + 1
                return children[index].node
            }
        }
        return learning ? add(key, below: parent) : 0
    }

    private mutating func add(_ key: UnsafeRawBufferPointer, below parent: Int) -> Int {
        guard nodes.count < JSONKeys.mostNodes else { return 0 }
        let name = JSONKeys.decoded(key)
        let path = parent == 0 ? name : nodes[parent].path + "." + name
        nodes[parent].children.append((Array(key), nodes.count))
        nodes.append(Node(path: path))
        return nodes.count - 1
    }

    /// The key with its escapes decoded.
    private static func decoded(_ key: UnsafeRawBufferPointer) -> String {
        let source = Text(copying: key)
        let text = RecordText(capacity: key.count, countsLineEnds: false)
        JSONString(view: ByteView(source), start: 0, end: source.count).put(into: text)
        let decoded = text.finish()
        return decoded.string(Span(0, decoded.count))
    }
}

extension record_value {
    /// Whether it is text or a number that says something.
    var holdsValue: Bool { kind == Int32(RECORD_STRING) || kind == Int32(RECORD_NUMBER) }
}
