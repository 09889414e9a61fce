import CLibEdit

/// The columns a text takes in the opinion of the C library under the current locale; what it cannot print counts 0.
public func systemWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + systemWidth($1) }
}

func systemWidth(_ scalar: Unicode.Scalar) -> Int {
    max(0, systemColumns(scalar))
}

/// As `systemWidth`, but negative for what cannot be printed.
func systemColumns(_ scalar: Unicode.Scalar) -> Int {
    Int(wen_columns(wchar_t(bitPattern: scalar.value)))
}
