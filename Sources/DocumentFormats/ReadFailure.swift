import Glibc
import SourceText

/// Why a file could not be read, in words.
public struct ReadFailure: Error, Equatable {
    /// The reason, as it follows the name of the file: `is no regular file: skipped`.
    public var reason: LocalizedText
    /// Whether a folder may hold such a file without anything being lost: it is passed over there.
    public var isHarmlessInFolder = false

    /// A failure with its reason in both languages.
    public init(_ reason: String, zh chinese: String, isHarmlessInFolder: Bool = false) {
        self.reason = LocalizedText(reason, zh: chinese)
        self.isHarmlessInFolder = isHarmlessInFolder
    }

    /// A failure with a reason that is the same in both languages.
    public init(_ reason: String, isHarmlessInFolder: Bool = false) {
        self.init(reason, zh: reason, isHarmlessInFolder: isHarmlessInFolder)
    }

    /// What the system says of `errno`.
    init(errno: Int32) {
        let english = String(cString: strerror(errno))
        self.init(english, zh: ReadFailure.chinese[errno] ?? english)
    }

    /// The reasons that are met in practice; the system has them in English only.
    private static let chinese: [Int32: String] = [
        ENOENT: "没有这个文件或文件夹", EACCES: "没有读取的权限", EPERM: "不许读取", EISDIR: "是文件夹", ENOTDIR: "路径中有一段不是文件夹",
        ELOOP: "链接绕成了圈", EIO: "读取出错", EMFILE: "打开的文件太多", ENAMETOOLONG: "文件名太长", ENXIO: "没有这个设备",
    ]

    static let special = ReadFailure("is no regular file: skipped", zh: "不是普通文件：略过", isHarmlessInFolder: true)
    static let outside = ReadFailure(
        "lies outside the folder that may be read: skipped", zh: "在允许读取的文件夹之外：略过")
    static let tooLarge = ReadFailure(
        "has 4 GiB or more: split it, by year for instance", zh: "达到 4 GiB：请拆分，例如按年")
    static let outOfMemory = ReadFailure("there is not enough memory for it", zh: "内存不足")
    /// Whoever asked wants it no more; nobody is told.
    static let interrupted = ReadFailure("was interrupted", zh: "已中断")
}
