/// Which characters are one when texts are compared: simplified and traditional forms, full width and half width.
///
/// Both are equivalences, so what is equal does not depend on which side is the query. Full-width forms are U+FF01–FF5E, which are
/// those of ASCII's marks, digits and letters, and the blank U+3000. Case is never folded.
public enum Folding {
    /// All characters that `scalar` is one with, itself included. Cost: constant.
    public static func variants(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let other = otherWidth(of: scalar) { return [scalar, other] }
        let members = ScriptTable.shared.members(ofClassOf: scalar)
        return members.isEmpty ? [scalar] : members
    }

    /// One character for all that are one with `scalar`. Cost: constant.
    public static func representative(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 { return scalar }
        if let other = otherWidth(of: scalar) { return other }
        return ScriptTable.shared.representative(of: scalar) ?? scalar
    }

    /// The text with each character's representative in its place. Cost: a look at each character.
    public static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { folded.append(representative(of: scalar)) }
        return String(folded)
    }

    /// Whether two texts are one. Cost: a look at each character up to the first difference.
    public static func areEqual(_ a: String, _ b: String) -> Bool {
        var others = b.unicodeScalars.makeIterator()
        for scalar in a.unicodeScalars {
            guard let other = others.next() else { return false }
            if scalar != other, representative(of: scalar) != representative(of: other) { return false }
        }
        return others.next() == nil
    }

    /// The same mark in full width for half width, and the other way.
    private static func otherWidth(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20: "\u{3000}"
        case 0x3000: " "
        case 0x21...0x7E: Unicode.Scalar(scalar.value + 0xFEE0)
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        default: nil
        }
    }
}
