import Documents

extension Escaping {
    /// Text and attribute values of HTML and SVG. Line ends and tabs stay; other controls are pictures, which no markup forbids.
    static let markup = Escaping(special: "<>&\"'", kept: "\n\t") { value in
        switch value {
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x27: "&#39;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        default: picture(value)
        }
    }
}

extension Output {
    /// Text as markup shows it.
    mutating func writeEscaped(_ text: String) { Escaping.markup.write(text, to: &self) }

    /// Bytes of a document as markup shows them.
    mutating func writeEscaped(_ bytes: UnsafeRawBufferPointer) { Escaping.markup.write(bytes, to: &self) }

    /// An element that holds text only.
    mutating func writeElement(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        openElement(name, attributes)
        writeEscaped(text)
        write("</\(name)>")
    }

    /// The beginning of an element, or the whole of an empty one.
    mutating func openElement(_ name: String, _ attributes: [(String, String)] = [], isEmpty: Bool = false) {
        write("<\(name)")
        for (attribute, value) in attributes {
            write(" \(attribute)=\"")
            writeEscaped(value)
            write("\"")
        }
        write(isEmpty ? "/>" : ">")
    }
}
