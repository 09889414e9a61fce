import Glibc
import Testing

@testable import ShellSession

/// Somebody else's query file is safe to run.
@Suite struct SafetyTests {
    private let folder = TemporaryFolder()

    init() {
        folder.makeFolder("study")
        folder.makeFolder("out")
        folder.write("outside.txt", builtInExample.text)
        folder.write("study/inside.txt", builtInExample.text)
    }

    private func script(_ text: String, writing folders: [String] = []) -> Answer {
        let file = folder.write("study/query.wen", text)
        return runCaptured(QueryRequest(archives: [file], writableFolders: folders))
    }

    @Test func aScriptOpensWhatIsBelowItsFolder() {
        let found = script("open inside.txt\nsents | count\n")
        #expect(found.output == "41\n" && found.status == 0, "\(found.error)")
    }

    @Test(arguments: ["../outside.txt", "..", "/etc/hostname", "/", "./../outside.txt", "inside.txt/../../outside.txt"])
    func aScriptOpensNothingElse(_ path: String) {
        let found = script("open '\(path)'\nsents | count\n")
        #expect(found.status == 3 && found.output.isEmpty, "\(found.error)")
        #expect(found.error.holds("own folder") || found.error.holds("E45"), "\(found.error)")
    }

    @Test func linksOutOfTheFolderAreRefused() {
        symlink(folder("outside.txt"), folder("study/link.txt"))
        symlink(folder.path, folder("study/up"))
        for path in ["link.txt", "up/outside.txt", "up"] {
            let found = script("open \(path)\nsents | count\n")
            #expect(found.status == 3 && found.output.isEmpty, "\(path): \(found.error)")
        }
        // A folder opened whole does not lead out either.
        #expect(script("open .\narticles | count\n").output == "1\n")
    }

    @Test func aScriptWritesOnlyWhereItMay() {
        let target = folder("out/a.csv")
        let refused = script("sections | to csv file='\(target)'\n")
        #expect(refused.status == 3 && refused.error.holds("--write"))
        #expect(access(target, F_OK) != 0)
        let allowed = script("sections | to csv file='\(target)'\n", writing: [folder("out")])
        #expect(allowed.status == 0, "\(allowed.error)")
        #expect(readTextFile(target)?.hasPrefix("address,") == true)
        let elsewhere = script("sections | to csv file='\(folder("study/b.csv"))'\n", writing: [folder("out")])
        #expect(elsewhere.status == 3)
        let climbing = script("sections | to csv file='\(folder("out"))/../c.csv'\n", writing: [folder("out")])
        #expect(climbing.status == 3 && access(folder("c.csv"), F_OK) != 0)
    }

    @Test func whatIsTypedMayWriteAnywhere() {
        let target = folder("typed.md")
        let found = answer("sections | to markdown file='\(target)'")
        #expect(found.status == 0 && found.error.holds("written:"))
        #expect(readTextFile(target)?.hasPrefix("| address") == true)
    }

    /// The file is put in its place when it is whole.
    @Test func aFailedExportLeavesNoHalfFile() {
        let target = folder.write("keep.csv", "as it was\n")
        let found = answer("grep /(.+)+[a-z]$/ | to csv file='\(target)'")
        #expect(found.status == 2, "\(found.error)")
        #expect(readTextFile(target) == "as it was\n")
        #expect(folder.names == ["keep.csv", "out", "outside.txt", "study"])
        let nowhere = answer("sections | to csv file='\(folder("none/x.csv"))'")
        #expect(nowhere.status == 3 && nowhere.error.holds("none/x.csv"))
    }

    @Test func aWritableFolderThatIsALinkDoesNotLeadOut() {
        symlink(folder.path, folder("out/up"))
        let found = script("sections | to csv file='\(folder("out/up/c.csv"))'\n", writing: [folder("out")])
        #expect(found.status == 3 && access(folder("c.csv"), F_OK) != 0)
    }

    /// Control characters of a document or a file name never reach the terminal.
    @Test func whatIsPrintedHoldsNoControlCharacters() {
        let found = answer("open '/没\u{1B}[31m有'", "gerp\u{7}")
        #expect(!found.error.utf8.contains(0x1B) && !found.error.utf8.contains(0x07))
    }
}
