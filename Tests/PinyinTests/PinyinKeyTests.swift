import Pinyin
import Testing

@Suite struct PinyinKeyTests {
    private func found(_ typed: String, in text: String) -> String? {
        guard let range = PinyinKey(typed)?.range(in: text) else { return nil }
        return String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    private func match(_ typed: String, _ name: String) -> NameMatch? {
        var name = name
        return name.withUTF8 { PinyinKey(typed)?.match(name: $0) }
    }

    @Test(arguments: [
        ("xindirenwu", "新的任务"), ("xinderenwu", "新的任务"), ("xdrw", "新的任务"), ("XDRW", "新的任务"), ("xindrw", "新的任务"),
        ("xdrenw", "新的任务"), ("xdrenwu", "新的任务"), ("新drw", "新的任务"), ("xinderenw", "新的任务"),
        ("jiangzemin", "江泽民"), ("jiangzemin", "江澤民"), ("jzm", "江泽民"), ("jiangzm", "江泽民"), ("zhongguo", "中国"),
        ("zhg", "中国"), ("zg", "中国"), ("changjiang", "长江"), ("zhangjiang", "长江"), ("chongqing", "重庆"), ("zhongqing", "重庆"),
        ("xi'an", "西安"), ("xian", "西安"), ("xian", "先"), ("lvse", "绿色"), ("lüse", "绿色"), ("luse", "绿色"), ("nver", "女儿"),
        ("18d", "18度"), ("a", "啊"), ("aiguo", "愛國"),
    ])
    func aKeyFindsWhatItSounds(typed: String, text: String) {
        #expect(found(typed, in: text) == text)
    }

    @Test(arguments: [("xdrew", "新的任务"), ("xidrw", "新的任务"), ("dw", "新的任务"), ("du", "刀"), ("kg", "中国")])
    func aKeyFindsNothingElse(typed: String, text: String) { #expect(found(typed, in: text) == nil) }

    @Test func anApostropheKeepsSyllablesApart() {
        #expect(found("xi'an", in: "先") == nil)
        #expect(found("fang'an", in: "方案") == "方案")
        #expect(found("fan'gan", in: "方案") == nil)
    }

    @Test func theLastSyllableMayBeTypedInPart() {
        #expect(found("xinderen", in: "新的任务") == "新的任")
        #expect(found("xinder", in: "新的任务") == "新的任")
        #expect(found("xinderenwuu", in: "新的任务") == nil)
        #expect(found("xiderenwu", in: "新的任务") == nil, "in the middle it may not")
    }

    @Test func aRunIsFoundWithinATextWithItsPlace() {
        #expect(found("dy", in: "grep 党员 | count") == "党员")
        #expect(found("grep dangy", in: "sents | grep 党员") == "grep 党员")
        #expect(PinyinKey("rw")?.range(in: "新的任务") == 6..<12)
        #expect(found("rd", in: "新的任务") == nil)
    }

    @Test func marksBetweenCharactersNeedNotBeTyped() {
        #expect(found("sgdbzysx", in: "“三个代表”重要思想") == "三个代表”重要思想")
        #expect(match("sgdb", "“三个代表”重要思想") == .beginning)
        #expect(found("ab", in: "a-b") == nil, "between letters they must")
    }

    @Test func namesAreToldByHowMuchIsFound() {
        #expect(match("xdrw", "新的任务") == .whole)
        #expect(match("xdr", "新的任务") == .beginning)
        #expect(match("rw", "新的任务") == .inside)
        #expect(match("任務", "新的任务") == nil)
        #expect(match("xdrwx", "新的任务") == nil)
        #expect(NameMatch.whole < .beginning && NameMatch.beginning < .inside)
    }

    @Test func variantsAreTakenForWhatIsTyped() {
        let key = PinyinKey("任務") { $0 == "務" ? ["务", "務"] : [] }
        #expect(key?.range(in: "新的任务") == 6..<12)
        #expect(key?.range(in: "新的任務") == 6..<12)
    }

    @Test func everyKindOfTextIsTakenWithoutHarm() {
        #expect(PinyinKey("") == nil)
        #expect(PinyinKey(String(repeating: "a", count: 61)) == nil)
        #expect(PinyinKey(String(repeating: "a", count: 60))?.range(in: String(repeating: "啊", count: 60)) == 0..<180)
        let broken: [UInt8] = [0xE4, 0xBD, 0xFF, 0xF0, 0x9F, 0x80, 0xC0, 0xE6]
        for length in 0...broken.count {
            broken[..<length].withUnsafeBufferPointer {
                #expect(PinyinKey("a")?.occurs(in: UnsafeBufferPointer(rebasing: $0[...])) == false)
            }
        }
    }

    /// A character of each plane and edge of the tables, and neighbours that have no reading.
    @Test func theTablesAreReadToTheirEdges() {
        for (typed, text) in [("yi", "一"), ("qiu", "㐀"), ("xie", "㐖"), ("wei", "𣲗")] { #expect(found(typed, in: text) != nil, "\(text)") }
        for scalar in [0x33FF, 0x3400, 0x4DBF, 0x4DC0, 0x9FFF, 0xA000, 0x1FFFF, 0x20000, 0x3FFFF, 0x10FFFF] as [UInt32] {
            guard let scalar = Unicode.Scalar(scalar) else { continue }
            _ = found("zzz", in: String(scalar))
        }
    }
}
