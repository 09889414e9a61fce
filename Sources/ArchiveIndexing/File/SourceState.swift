/// What is known of a file on disk: by it is told whether it is the same.
public struct SourceState: Hashable, Sendable {
    /// The path as it was written, with what was found below it.
    public var path: String
    /// In bytes.
    public var size: Int
    /// When it was last written, in nanoseconds since 1970.
    public var modified: Int

    /// The state of a file; without arguments, of what is no file.
    public init(path: String = "", size: Int = 0, modified: Int = 0) {
        self.path = path
        self.size = size
        self.modified = modified
    }
}
