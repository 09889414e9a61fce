import Glibc

/// Why a file could not be read, in words.
public struct ReadFailure: Error, Equatable {
    /// The reason, as it follows the name of the file: `is no regular file: skipped`.
    public var reason: String
    /// Whether a folder may hold such a file without anything being lost: it is passed over there.
    public var isHarmlessInFolder = false

    /// A failure with its reason.
    public init(_ reason: String, isHarmlessInFolder: Bool = false) {
        self.reason = reason
        self.isHarmlessInFolder = isHarmlessInFolder
    }

    /// What the system says of `errno`.
    init(errno: Int32) { reason = String(cString: strerror(errno)) }

    static let special = ReadFailure("is no regular file: skipped", isHarmlessInFolder: true)
    static let outside = ReadFailure("lies outside the folder that may be read: skipped")
    static let tooLarge = ReadFailure("has 4 GiB or more: split it, by year for instance")
    static let outOfMemory = ReadFailure("there is not enough memory for it")
}
