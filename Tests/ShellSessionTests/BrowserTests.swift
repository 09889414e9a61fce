import Glibc
import Testing

@testable import ShellSession

/// Pages in a real browser: headless Chromium, where there is one.
@Suite(.serialized) struct BrowserTests {
    private let folder = TemporaryFolder()

    private static let browser: String? = {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        let names = ["chromium", "chromium-browser", "google-chrome"]
        return path.split(separator: ":").lazy.flatMap { folder in names.map { "\(folder)/\($0)" } }.first { access($0, X_OK) == 0 }
    }()

    /// The page of a query, or nil (and a word about it) where there is no browser.
    private func page(_ query: String) -> String? {
        guard Self.browser != nil else {
            print("skipped: no chromium on the PATH")
            return nil
        }
        let file = folder("page.html")
        let found = answer("\(query) | to html file=\(file)")
        #expect(found.status == 0, "\(found.error)")
        return readTextFile(file)
    }

    /// What the browser says: its output and what it logs. The network is a proxy that is not there, so that a page that
    /// asked for anything would log it.
    private func browse(_ html: String, _ options: String) -> String {
        guard let browser = Self.browser else { return "" }
        let file = folder.write("shown.html", html)
        let command =
            "timeout 100 '\(browser)' --headless --no-sandbox --disable-gpu --enable-logging=stderr --v=0 --proxy-server=127.0.0.1:1 "
            + "--user-data-dir='\(folder("profile"))' --virtual-time-budget=3000 \(options) 'file://\(file)' 2>'\(folder("log"))' </dev/null"
        guard let pipe = popen(command, "r") else { return "" }
        defer { pclose(pipe) }
        return readAll(fileno(pipe))
    }

    private var log: String { readTextFile(folder("log")) ?? "" }

    /// A copy of a page that may run a script of the test, which presses and then writes what it sees.
    private func pressing(_ html: String, _ script: String) -> String {
        let start = html.range(ofText: "script-src &#39;", "&#39;;")
        let free = start.map { html.replacingCharacters(in: $0, with: "script-src 'unsafe-inline';") } ?? html
        let test = """
            <script>
            const all = selector => Array.from(document.querySelectorAll(selector));
            const say = text => { const p = document.createElement("pre"); p.id = "seen"; p.textContent = text; document.body.append(p); };
            addEventListener("load", () => { \(script) });
            </script></body>
            """
        return free.replacing("</body>", with: test)
    }

    private func seen(_ dom: String) -> String? {
        dom.range(ofText: "<pre id=\"seen\">", "</pre>").map { String(dom[$0].dropFirst(15).dropLast(6)) }
    }

    @Test func theScriptRunsUnderThePolicyAndNothingIsFetched() throws {
        for query in ["freq 群众 by=section", "kwic 党员", "sents | grep 党员", "freq 群众 by=section | plot", "find 党员 | plot"] {
            guard let html = page(query) else { return }
            let dom = browse(html, "--dump-dom")
            #expect(dom.contains("class=\"js\""), "\(query): \(log)")
            // What the policy refuses and what fails to load is said there too.
            #expect(!log.contains("CONSOLE"), "\(query): \(log)")
        }
    }

    @Test func aTableSortsUpDownAndBack() throws {
        guard let html = page("freq 群众 by=section") else { return }
        let script = """
            const column = () => all("#rows tr").map(row => row.cells[1].textContent).join(",");
            const button = all("th button")[1];
            const states = [column()];
            for (let i = 0; i < 3; i++) { button.click(); states.push(column() + button.parentElement.getAttribute("aria-sort")); }
            all("th button")[0].click();
            states.push(all("#rows tr")[0].cells[0].textContent);
            say(states.join(" "));
            """
        let dom = browse(pressing(html, script), "--dump-dom")
        #expect(seen(dom) == "1,2,3,11,3 11,3,3,2,1descending 1,2,3,3,11ascending 1,2,3,11,3null 引言", "\(log)")
        #expect(!log.contains("CONSOLE"), "\(log)")
    }

    @Test func aConcordanceSortsByEitherSideAndOpens() throws {
        guard let html = page("kwic 战斗力 width=10") else { return }
        let script = """
            const addresses = () => all("#rows .address").map(cell => cell.textContent).join(",");
            const context = all("#rows .context")[0];
            const states = [addresses(), context.checkVisibility()];
            all("#rows summary")[0].click();
            states.push(context.checkVisibility(), context.querySelector("mark").textContent);
            for (const button of all(".heads button")) { button.click(); states.push(addresses()); }
            say(states.join(" "));
            """
        let dom = browse(pressing(html, script), "--dump-dom")
        let orders = ["left", "right"].map { side in
            answer("kwic 战斗力 width=10 sort=\(side) | select address").output.split(separator: "\n").dropFirst().joined(separator: ",")
        }
        let byAddress = "¶9s1,¶10s2,¶12s2"
        #expect(seen(dom) == "¶9s1,¶10s2,¶12s2 false true 战斗力 \(byAddress) \(orders[0]) \(orders[1])", "\(log)")
    }

    @Test func aSentenceOpensToItsParagraphWithoutAScript() throws {
        guard let html = page("section 新的任务 | sents | grep 示范") else { return }
        let plain = html.range(ofText: "<script>", "</script>").map { html.replacingCharacters(in: $0, with: "") } ?? html
        let script =
            "all(\"summary\")[0].click(); say(all(\".context\").map(item => item.checkVisibility() + item.textContent.slice(0, 4)).join());"
        #expect(seen(browse(pressing(plain, script), "--dump-dom")) == "true改进党的", "\(log)")
    }

    @Test func aPagePrints() throws {
        guard let html = page("kwic 党员") else { return }
        _ = browse(html, "--no-pdf-header-footer --print-to-pdf='\(folder("page.pdf"))'")
        var head = [UInt8](repeating: 0, count: 5)
        let descriptor = open(folder("page.pdf"), O_RDONLY)
        defer { close(descriptor) }
        #expect(read(descriptor, &head, 5) == 5 && head == Array("%PDF-".utf8), "\(log)")
    }
}

extension String {
    /// From the beginning of `start` to the end of the next `end`.
    fileprivate func range(ofText start: String, _ end: String) -> Range<String.Index>? {
        guard let first = firstRange(of: start), let last = self[first.upperBound...].firstRange(of: end) else { return nil }
        return first.lowerBound..<last.upperBound
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
