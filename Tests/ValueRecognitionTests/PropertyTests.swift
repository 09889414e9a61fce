import Documents
import Testing
import ValueRecognition

@Suite struct PropertyTests {
    private static let pieces: [String] = [
        "一", "二", "三", "十", "百", "千", "万", "亿", "○", "零", "两", "几", "数", "多", "余", "来", "第", "年", "月", "日", "天", "个", "项", "％", "分之", "点",
        "1", "９", "12", "1999", ",",
        ".", "-", "—", "至", "今", "去", "本", "上", "下", "前", "后", "近", "最近", "以来", "世纪", "年代", "时", "半", "周", "星期", "民国", "光绪", "元年", "左右",
        "时间", "党员", "。", "，",
        "月底", "上午", "“", "”", "期间", "五", "%", "個", "後", "壹", "佰", "廿",
    ]

    /// A line of pieces that often make expressions; the same seed gives the same line.
    private func line(_ seed: Int) -> String {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        return (0..<12).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return PropertyTests.pieces[Int(state >> 33) % PropertyTests.pieces.count]
        }.joined()
    }

    @Test func spansLieInOrderAndWithin() {
        for seed in 0..<20_000 {
            let text = Text(copying: line(seed).utf8)
            var last: UInt32 = 0
            func check(_ span: Span) {
                #expect(span.start >= last && span.end > span.start && span.end <= UInt32(text.count), "\(line(seed))")
                last = span.end
            }
            ValueScanner(text).temporalExpressions(in: Span(0, text.count), reference: PartialDate(year: 1999, month: 10, day: 12)) {
                check($0.span)
            }
            last = 0
            ValueScanner(text).numericExpressions(in: Span(0, text.count)) { check($0.span) }
        }
    }

    /// What was found, read again by itself, has the value it had: surroundings may forbid an expression, never change it. Only of
    /// 十五日 what follows tells whether it is a day or a length.
    @Test func whatWasFoundReadsTheSameByItself() {
        for seed in 0..<20_000 {
            for found in dates(line(seed)) {
                let text = String(found.split(separator: "=", maxSplits: 1)[0])
                #expect(dates(text) == [found] || (text.hasSuffix("日") && !text.contains("月")), "\(line(seed))")
            }
        }
    }

    @Test func randomBytesAreHarmless() {
        var state: UInt64 = 7
        for _ in 0..<3_000 {
            let bytes = (0..<80).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // Many lead bytes of Chinese numerals, so that ill-formed ones are met inside expressions.
                let byte = UInt8(truncatingIfNeeded: state >> 40)
                return byte % 3 == 0 ? [0xE4, 0xB8, 0x80, 0xE5, 0x8D, 0x81, 0x31, 0xEF][Int(byte) % 8] : byte
            }
            let text = Text(copying: bytes)
            var count = 0
            ValueScanner(text).temporalExpressions(in: Span(0, text.count), reference: nil) { _ in count += 1 }
            ValueScanner(text).numericExpressions(in: Span(0, text.count)) { _ in count += 1 }
            #expect(count <= 160)
        }
    }

    @Test func longRunsOfNumeralsEndPromptly() {
        for piece in ["一", "9", "万", "三分之", "1,", "二十", "一九", "年", "至1", "几", "零"] {
            let line = String(repeating: piece, count: 20_000)
            #expect(dates(line).count <= 20_000)
            #expect(numbers(line).count <= 20_000)
        }
    }
}
