import Glibc
import Testing

@testable import ShellSession

/// Folders as people have them: files of every kind beside each other.
@Suite struct MixedArchiveTests {
    private let folder = TemporaryFolder()

    private func ask(_ queries: String..., language: String? = nil, encoding: String? = nil) -> Answer {
        runCaptured(QueryRequest(queries: queries, archives: [folder("mixed")], language: language, encoding: encoding))
    }

    private func write(_ name: String, _ bytes: [UInt8]) {
        guard let file = fopen(folder(name), "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    private func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    init() {
        folder.makeFolder("mixed")
        folder.write("mixed/a.txt", builtInExample.text)
        folder.write("mixed/crlf.txt", builtInExample.text.replacing("\n", with: "\r\n"))
        write(
            "mixed/damaged.txt",
            Array(builtInExample.text.utf8.prefix(3000)) + [0xFF, 0xC0] + Array(builtInExample.text.utf8.dropFirst(3000)))
        write("mixed/utf16.txt", utf16(builtInExample.text))
        write(
            "mixed/gb.txt",
            [0x23, 0x23, 0x23, 0x20] + Array(repeating: [0xB5, 0xC4, 0xB5, 0xB3], count: 20).flatMap { $0 } + Array("\n\n1999-10-12\n".utf8)
        )
    }

    @Test func aFolderOfManyEncodingsLoadsInOneGo() {
        let found = ask("files | select file, encoding, articles, undecodable, at")
        #expect(found.status == 0, "\(found.error)")
        let rows = found.output.split(separator: "\n").dropFirst().map { $0.dropFirst(folder("mixed/").utf8.count) }
        #expect(
            rows == [
                "a.txt\tUTF-8\t1\t0\t", "crlf.txt\tUTF-8\t1\t0\t", "damaged.txt\tUTF-8\t1\t2\t3000", "gb.txt\tGB18030\t1\t0\t",
                "utf16.txt\tUTF-16LE\t1\t0\t",
            ])
        #expect(answer("open '\(folder("mixed/utf16.txt"))'", "sents | count").output == "41\n")
    }

    @Test func openSaysWhereBytesCouldNotBeDecoded() {
        let found = answer("open '\(folder("mixed"))'")
        #expect(found.error.holds("damaged.txt: undecodable bytes: 2, the first at offset 3000"), "\(found.error)")
        #expect(found.status == 0)
    }

    @Test func aFileThatCannotBeReadIsNamedInTheReportAndTheStatusIsThree() {
        write("mixed/cut.gz", [0x1F, 0x8B, 8, 0, 0])
        let found = ask("files | select file, note")
        #expect(found.status == 3)
        #expect(found.output.holds("cut.gz\tis a damaged gzip file: it ends too soon"))
        #expect(found.error.holds("cut.gz: is a damaged gzip file"))
        let chinese = ask("files | select file, note", language: "zh")
        #expect(chinese.output.holds("是损坏的 gzip 文件：不完整"), "\(chinese)")
        #expect(chinese.error.holds("cut.gz: 是损坏的 gzip 文件"))
        #expect(ask("sections | count").status == 3)
    }

    @Test func anEncodingIsForcedByTheCommandAndTheOption() {
        let found = answer("open '\(folder("mixed/utf16.txt"))' encoding=utf-16", "files | select encoding")
        #expect(found.output == "encoding\nUTF-16LE\n", "\(found.error)")
        let gbk = answer("open '\(folder("mixed/a.txt"))' encoding=gbk", "files | select encoding")
        #expect(gbk.output == "encoding\nGB18030\n", "\(gbk.error)")
        let option = runCaptured(QueryRequest(queries: ["files | select encoding"], archives: [folder("mixed/a.txt")], encoding: "GB2312"))
        #expect(option.output == "encoding\nGB18030\n")
        #expect(answer("open seeds encoding=latin1").error.holds("E22"))
    }

    @Test func escapesInFileNamesNeverReachTheTerminal() {
        folder.write("mixed/\u{1B}[2Jname.txt", builtInExample.text)
        write("mixed/\u{1B}]0;bad.gz", [0x1F, 0x8B, 8, 0, 0])
        for query in ["files", "articles", "sents | head 3", "count by=file", "open '\(folder("mixed"))'", "cite"] {
            for language in ["en", "zh"] {
                let found = ask(query, language: language)
                #expect(!found.output.utf8.contains(0x1B) && !found.error.utf8.contains(0x1B), "\(query)")
            }
        }
        let json = runCaptured(QueryRequest(queries: ["articles"], archives: [folder("mixed")], json: true))
        #expect(!json.output.utf8.contains(0x1B))
    }

    @Test func aNameThatIsNoUTF8IsShownInGBKAndOpensByWhatIsShown() {
        guard
            let file = (Array(folder("mixed/").utf8CString.dropLast()) + [0xB5, 0xB3].map { CChar(bitPattern: $0) } + [0])
                .withUnsafeBufferPointer({ fopen($0.baseAddress, "w") })
        else {
            print("skipped: this file system takes only UTF-8")
            return
        }
        fputs(builtInExample.text, file)
        fclose(file)
        #expect(ask("files | select file").output.holds("mixed/党\n"))
        let found = runCaptured(QueryRequest(queries: ["sents | count"], archives: [folder("mixed/党")]))
        #expect(found.output == "41\n", "\(found.error)")
        #expect(runCaptured(QueryRequest(queries: ["sents | count"], archives: [folder("mixed/\u{FFFD}\u{FFFD}")])).output == "41\n")
    }

    @Test func filesThatTheSystemMakesUpAreReadToTheirEnd() {
        guard access("/proc/cpuinfo", R_OK) == 0 else {
            print("skipped: this system has no /proc")
            return
        }
        // Its size is given as 0; it has lines all the same, and no article.
        let found = runCaptured(QueryRequest(queries: ["files | select note"], archives: ["/proc/cpuinfo"]))
        #expect(found.error.holds("has no article") || found.output.utf8.count > 5, "\(found)")
    }
}
