import Glibc
import SourceText
import Testing

@testable import ShellSession

@Suite struct SettingTests {
    /// What a prompt with start-up files answers to some queries.
    private func answer(_ queries: String..., files: [StartUpFile], language: String? = nil) -> Answer {
        let captured = Captured()
        var options = SessionOptions()
        if let language { options.settings.append(("lang", language)) }
        let session = Session(streams: captured.streams, options: options)
        session.readStartUpFiles(files)
        session.openExample()
        queries.forEach { session.run(QuerySource($0)) }
        return Answer(output: captured.output, error: captured.error, status: session.status.rawValue)
    }

    @Test func startUpFilesSetAndNameThingsAndTheTableSaysWhoDid() {
        let folder = TemporaryFolder()
        let config = folder.write("config", "set lang zh; set time false\nlet 党 = sents | grep 党员\n")
        let local = folder.write(".wen", "# 本课\ndef 含者(词) = sents | grep $词\nset time true\n")
        let files = [StartUpFile(path: config, folder: nil), StartUpFile(path: local, folder: folder.path)]
        let given = answer("$党 | count", "含者(群众) | count", "set pager false", "set", files: files)
        #expect(given.error.isEmpty, "\(given.error)")
        #expect(given.output.hasPrefix("9\n"))
        #expect(given.output.holds("语言\tzh\t\(config)\t"), "\(given.output)")
        #expect(given.output.holds("计时\ttrue\t\(local)\t"))
        #expect(given.output.holds("分页\tfalse\t本次\t") && given.output.holds("宽度\t0\t默认\t"))
    }

    @Test func theCommandLineIsStrongerThanAStartUpFileAndWeakerThanTheSession() {
        let folder = TemporaryFolder()
        let files = [StartUpFile(path: folder.write("config", "set lang zh\n"), folder: nil)]
        #expect(answer("set lang", files: files, language: "en").output.holds("lang\ten\tcommand line\t"))
        #expect(answer("set lang zh", "set lang", files: files, language: "en").output.holds("语言\tzh\t本次\t"))
    }

    /// A `.wen` may come with a folder of somebody else's.
    @Test func aStartUpFileOpensShowsAndWritesNothing() {
        let folder = TemporaryFolder()
        let text =
            "open /etc\nset time false\nsents | to csv file=\(folder("out.csv"))\nhelp\nuse section 1\nset width 9999\nset mode line\n"
        let files = [StartUpFile(path: folder.write(".wen", text), folder: folder.path)]
        let given = answer("set time", "set mode", files: files)
        #expect(given.output.holds("time\tfalse") && given.output.holds("mode\tline") && !given.output.holds("党员"), "\(given.output)")
        #expect(folder.names == [".wen"])
        for line in [1, 3, 4, 5] {
            #expect(given.error.holds(".wen:\(line): a start-up file holds only set, let and def"), "\(given.error)")
        }
        #expect(given.error.holds(".wen:6"), "\(given.error)")
    }

    @Test func whatEverybodyCanWriteIsNotRead() {
        let folder = TemporaryFolder()
        let path = folder.write(".wen", "set time false\n")
        chmod(path, 0o666)
        let given = answer("set time", files: [StartUpFile(path: path, folder: folder.path)])
        #expect(given.output.holds("time\ttrue\tdefault\t") && given.error.holds("is not read: it can be written by everybody"))
    }

    @Test func filesThatALocalStartUpFileNamesAreBelowItsFolder() {
        let folder = TemporaryFolder()
        folder.write("own.txt", "社区党建\n")
        folder.makeFolder("课")
        let outside = folder.write("课/a.wen", "set wordlist \(folder("own.txt"))\n")
        let refused = answer("set wordlist", files: [StartUpFile(path: outside, folder: folder("课"))])
        #expect(refused.error.holds("own folder") && refused.output.holds("wordlist\t\tdefault"), "\(refused)")
        let inside = answer("set wordlist", files: [StartUpFile(path: outside, folder: folder.path)])
        #expect(inside.error.isEmpty && inside.output.holds("own.txt"), "\(inside)")
    }

    @Test func modesShowOneResultInFiveWays() {
        func shown(_ mode: String) -> String { ShellSessionTests.answer("set mode \(mode)", "freq 党员").output }
        #expect(shown("csv").hasPrefix("pattern,hits,"), "\(shown("csv"))")
        #expect(shown("markdown").hasPrefix("| pattern | hits |"), "\(shown("markdown"))")
        #expect(shown("json").hasPrefix("{"))
        #expect(shown("box").holds("\n") && shown("box") != shown("line"))
        #expect(ShellSessionTests.answer("set mode markdown", "help count").output == ShellSessionTests.answer("help count").output)
        #expect(ShellSessionTests.answer("set mode csv", "set mode").output.holds("mode,csv,session,"))
    }
}
