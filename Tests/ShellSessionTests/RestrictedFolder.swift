import Glibc

/// What stands in the folder, so that a test knows what it asks for.
struct RestrictedFolder {
    let folder = TemporaryFolder()
    /// Articles in the files that a restriction shortens.
    private(set) var articles = 0

    private static let words = [
        "群众", "人民群众", "社会主义", "社會主義", "改革", "发展", "發展生产", "从实际入手", "坚持科学的发展", "走群众路线", "第一章", "加入WTO", "ｗｔｏ规则", "裏面",
        "这里", "以后", "人人人", "𠮷田", "党", "一", "，", "。", "；", "e", "#", "### ", "的",
    ]

    init() {
        var random = Numbers(state: 7)
        write("a/plain.txt", documents(120, &random))
        write("a/crlf.txt", documents(60, &random).replacing("\n", with: "\r\n"))
        write("a/cr.txt", documents(20, &random).replacing("\n", with: "\r"))
        write("a/mark.txt", "\u{FEFF}" + documents(20, &random))
        write("b/stray.txt", "孤行之词\n### 假题\n又一孤行 群众\n\n" + documents(40, &random) + "\n### 假题之尾 群众")
        write("b/special.txt", filler + special + filler)
        let parts = (documents(20, &random), documents(20, &random))
        write("b/illformed.txt", Array(parts.0.utf8) + [0xE7, 0xBE, 0x0A, 0xA4, 0xE4, 0xBC, 0x97] + Array(parts.1.utf8))
        let whole = documents(10, &random)
        write("b/wide.txt", [0xFF, 0xFE] + whole.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        write("c.json", "[{\"title\": \"码中之词\", \"text\": \"群众与码中之词\"}, {\"title\": \"二\", \"text\": \"表格之外\"}]")
        write("c.tsv", "title\ttext\n一\t表格之词，群众\n二\t改革\n")
        write("d.txt", "第1版(要闻)\n专栏：无\n\n　　网上的群众\n　　跨\n行\n")
        write("e.bin", (0..<300).map { [0, 1, 2, 0, 0, 7][$0 % 6] })
        write("empty.txt", "")
        symlink("nowhere", folder("broken.txt"))
    }

    /// Articles that hold what no other does, and stand beside some that hold nothing.
    private var special: String {
        """
        ### 题中之词
        某人
        1999-10-12
        第1版(要闻)
        专栏：评论

        　　正文无词。
        ### 又一题
        头中之词
        1999-10-13
        第1版(要闻)

        　　——副题之词
        　　一、节中之词
        　　正文无词。
        　　二、另一节
        　　正文无词。
        ### 尾篇
        1999-10-14
        第2版(要闻)

        　　此处有尾篇之词，又有尾篇之词与跨
        行的话。

        """
    }

    private var filler: String { (0..<20).map { "### 空\($0)\n\n1999-10-12\n第1版(要闻)\n\n　　此处什么也没有，只是填满篇幅而已，如此而已。\n" }.joined() }

    private mutating func documents(_ count: Int, _ random: inout Numbers) -> String {
        articles += count
        return (0..<count).map { _ in document(&random) }.joined()
    }

    /// A header, and lines of words in any order; most lines hold few of them.
    private func document(_ random: inout Numbers) -> String {
        func line() -> String { (0..<random.next(below: 4)).map { _ in Self.words[random.next(below: Self.words.count)] + "文字" }.joined() }
        var text = "### 题\(line())\n\(random.next(below: 3) == 0 ? line() : "")\n1999-10-1\(random.next(below: 10))\n第1版(要闻)\n"
        if random.next(below: 2) == 0 { text += "专栏：\(line())\n\n" }
        for number in 0..<random.next(below: 5) { text += random.next(below: 4) == 0 ? "　　\(number)、\(line())\n" : "　　文\(line())。\n" }
        if random.next(below: 8) == 0 { text += "### 不是题\(line())\n" }
        return text
    }

    private func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

    private func write(_ name: String, _ bytes: [UInt8]) {
        for part in ["a", "b"] where name.hasPrefix("\(part)/") { folder.makeFolder(part) }
        guard let file = fopen(folder(name), "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

/// Numbers that are the same every time.
private struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}

extension String {
    /// The string with each `character` as another.
    fileprivate func replacing(_ character: Unicode.Scalar, with other: String) -> String {
        unicodeScalars.reduce(into: "") { $0 += $1 == character ? other : String($1) }
    }
}
