/// A number of bytes as people read it: `1.5 GB`, in powers of a thousand.
public func sizeText(_ bytes: Int) -> String {
    var value = Double(bytes)
    for unit in ["bytes", "kB", "MB", "GB"] {
        if value < 1000 { return unit == "bytes" ? "\(bytes) bytes" : "\(decimal(value)) \(unit)" }
        value /= 1000
    }
    return "\(decimal(value)) TB"
}

/// A number with one digit behind the point.
public func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
