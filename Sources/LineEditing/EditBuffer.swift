import CLibEdit

/// The line being edited, as libedit holds it. Offsets count scalars.
struct EditBuffer {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    /// The whole line.
    var scalars: [Unicode.Scalar] {
        guard let line = el_wline(handle)?.pointee, let start = line.buffer, let end = line.lastchar else { return [] }
        return UnsafeBufferPointer(start: start, count: end - start).map(scalar(of:))
    }

    var text: String { String(scalars) }

    /// How many scalars stand before the cursor.
    var cursor: Int { Int(el_cursor(handle, 0)) }

    var beforeCursor: String { String(scalars.prefix(cursor)) }

    /// Puts the cursor behind so many scalars, at most at the end.
    func moveCursor(to offset: Int) {
        _ = el_cursor(handle, Int32(clamping: offset - cursor))
    }

    /// Inserts before the cursor. What is no wide string (a NUL) does not come here: texts are cleaned first.
    func insert(_ text: String) {
        if text.isEmpty { return }
        _ = wideString(text).withUnsafeBufferPointer { el_winsertstr(handle, $0.baseAddress) }
    }

    /// Deletes so many scalars before the cursor.
    func deleteBackward(_ count: Int) {
        if count > 0 { el_deletestr(handle, Int32(clamping: count)) }
    }

    /// Makes `text` the line; the cursor stands at `cursor`, or at the end.
    func replace(with text: String, cursor: Int? = nil) {
        let count = scalars.count
        moveCursor(to: count)
        deleteBackward(count)
        insert(text)
        if let cursor { moveCursor(to: cursor) }
    }

    private func scalar(of wide: wchar_t) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(bitPattern: wide)) ?? "\u{FFFD}"
    }
}

/// A text as C's wide characters, ended by a zero.
func wideString(_ text: String) -> [wchar_t] {
    text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
