import Glibc
import SourceText

/// Why an archive cannot be read or written.
public enum ArchiveFailure: Error, Sendable {
    /// It is no archive.
    case notAnArchive
    /// It was written by a later version of the program.
    case version(UInt32)
    /// It is shorter than it was written.
    case truncated
    /// A part is not as it was written.
    case damaged(LocalizedText)
    /// The system refuses, with this `errno`.
    case system(Int32)
    /// Somebody else writes it now.
    case locked
    /// A file to be indexed became shorter or was changed meanwhile.
    case sourceChanged(String)

    /// What is said of it, after the file's name.
    public var message: LocalizedText {
        switch self {
        case .notAnArchive: LocalizedText("is no archive", zh: "不是 wenku 档案")
        case .version(let version):
            LocalizedText(
                "was written in version \(version) of the format, which this program does not know: use a newer wen",
                zh: "格式为第 \(version) 版，本程序不识：请用较新的 wen")
        case .truncated: LocalizedText("is damaged: it is shorter than it was written", zh: "已损坏：比写成时短")
        case .damaged(let part): LocalizedText("is damaged: \(part.english)", zh: "已损坏：\(part.chinese)")
        case .system(let number): LocalizedText(verbatim: String(cString: strerror(number)))
        case .locked: LocalizedText("is being written by another process", zh: "正由另一进程写入")
        case .sourceChanged(let name): LocalizedText("\(name) was changed while it was read: try again", zh: "\(name) 在读取时被改动：请重试")
        }
    }
}
