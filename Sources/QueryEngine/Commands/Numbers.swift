import Documents
import QueryLanguage
import SourceText
import ValueRecognition

let numbersCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("numbers", zh: "数字"), shape: .values,
        named: [
            Parameter(
                BilingualName("kind", zh: "类"), .choice(NumericKind.allCases.map { BilingualName($0.rawValue, zh: $0.chinese) }),
                LocalizedText("one kind only; all where it is left out", zh: "只要一类；不写则全部"))
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("spans with kind, value and measure", zh: "片段，带类、值与量词"),
        output: { _, _ in .units(.span, attributes: numericColumns) },
        summary: LocalizedText("numbers, with their value", zh: "数字及其值"),
        explanation: LocalizedText(
            "Finds numbers in digits of either width and in Chinese: 1,234, 43.00, 一百二十, 3.5万, 百分之三十 (0.3), 三分之一, 第三, 三十多, 几百, 三四十, 10—20. The field value (值) is the number, of an approximate one or a range the lower bound, and high (至) the upper one; measure (量词) is the measure word behind it. A single numeral counts only with a measure word: 三项, not 三峡. Numerals in words (统一, 一些, 十分, 三个代表) and parts of dates are left out.",
            zh:
                "找出两种宽度的数字与汉字数：1,234、43.00、一百二十、3.5万、百分之三十（0.3）、三分之一、第三、三十多、几百、三四十、10—20。字段 值 为其数，概数与范围取下限，至 为上限；量词 为其后量词。单个数字须带量词才算：三项算，三峡不算。词中的数字（统一、一些、十分、三个代表）与日期的各部分不计。"
        ),
        examples: [
            Example("numbers | where value > 2", gives: "¶8s2\t三\n¶11s1\t四\n¶17s1\t四"),
            Example(
                "numbers | sort value desc | head 1 | select text, value, measure, para", gives: "text\tvalue\tmeasure\tpara\n四\t4\t项\t11"),
        ])
) { invocation in
    let wanted = invocation.arguments.choice("kind")
    return recognised(attributes: numericColumns, invocation) { scanner, piece, _, add in
        scanner.numericExpressions(in: piece) { found in
            guard wanted == nil || wanted == found.kind.rawValue else { return }
            let measure = found.measure.isEmpty ? Cell.empty : .text(scanner.string(found.measure))
            add(found.span, [.text(found.kind.rawValue), found.value, found.high, measure])
        }
    }
}

private let numericColumns = [
    Column("kind", zh: "类", .text), Column("value", zh: "值", .number), Column("high", zh: "至", .number), Column("measure", zh: "量词", .text),
]
