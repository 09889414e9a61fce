import QueryEngine
import SourceText
import Testing
import ValueRecognition

@testable import QueryLanguage

@Suite struct SuggestionTests {
    @Test func habitsOfOtherToolsLeadToCommandsThatAreThere() {
        for (habit, command) in Suggestions.habits {
            #expect(commandTable[habit] == nil, "\(habit) is a command itself")
            #expect(commandTable[command] != nil, "\(habit) → \(command)")
        }
        for (habit, function) in Suggestions.functions { #expect(Function.named(function) != nil, "\(habit) → \(function)") }
    }

    @Test(arguments: Suggestions.habits.keys.sorted())
    func aHabitIsAnUnknownCommandWithOneFix(_ habit: String) throws {
        let found = bind(habit, in: environment).diagnostics
        let diagnostic = try #require(found.first)
        #expect(found.count == 1 && diagnostic.code == .unknownCommand)
        let mended = habit.applying(diagnostic.edits)
        #expect(commandTable[mended] != nil, "\(mended)")
        // It may still need its arguments, but its name is known.
        #expect(!bind(mended, in: environment).diagnostics.contains { $0.code == .unknownCommand })
        // A Chinese word is answered with a Chinese one.
        #expect(mended.isHan == habit.isHan, "\(mended)")
    }

    @Test(arguments: [
        ("gerp", "grep"), ("sectoin", "section"), ("sentnces", "sentences"), ("cuont", "count"), ("kwci", "kwic"), ("freqq", "freq"),
        ("引闻", "引文"),
    ])
    func aSlipIsOneOrTwoCharactersFromTheName(_ typed: String, _ meant: String) {
        #expect(Suggestions.nearestCommand(to: typed, in: commandTable) == meant)
    }

    @Test(arguments: [
        ("grep党员", "grep 党员"), ("section新的任务", "section 新的任务"), ("入节新的任务", "入节 新的任务"), ("含党员", "含 党员"), ("前三", "前 三"),
        ("差别", "找 差别"), ("前进", "找 前进"), ("引闻", "引文"), ("党员", "找 党员"),
    ])
    func anArgumentGluedToItsCommandIsNotLost(_ typed: String, _ mended: String) throws {
        let diagnostic = try #require(bind(typed, in: environment).diagnostics.first)
        #expect(diagnostic.code == .unknownCommand)
        #expect(typed.applying(diagnostic.edits) == mended)
    }

    @Test func whatIsFarFromEverythingHasNoSuggestion() {
        for word in ["xyzzy", "的", "q9", "abracadabra"] {
            #expect(Suggestions.nearestCommand(to: word, in: commandTable) == nil, "\(word)")
        }
    }

    @Test func distancesAreThoseOfOptimalStringAlignment() {
        func distance(_ a: String, _ b: String) -> Int { Spelling.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) }
        #expect(distance("gerp", "grep") == 1)
        #expect(distance("", "abc") == 3 && distance("abc", "") == 3)
        #expect(distance("作着", "作者") == 1)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("grep", "grep") == 0)
    }

    // MARK: Numbers and dates as they are typed

    @Test(arguments: [
        ("12", 12), ("-3", -3), ("１２", 12), ("三", 3), ("十", 10), ("十一", 11), ("二十", 20), ("一百二十", 120), ("两千", 2000), ("一千零五", 1005),
        ("一万二千", 12000), ("一九九九", 1999), ("二〇〇三", 2003), ("一亿", 100_000_000), ("零", 0),
    ])
    func numeralsOfBothKindsAreRead(_ text: String, _ value: Int) { #expect(readInteger(text) == value) }

    @Test(arguments: ["", "三三x", "百", "十十", "3.5", "0x10", "nan", "一百二十百", "万", "¶3", "99999999999999999999"])
    func whatIsNoNumeralIsNone(_ text: String) { #expect(readInteger(text) == nil) }

    @Test(arguments: [
        ("1999", 19_990_101, 19_991_231), ("1999-10", 19_991_001, 19_991_031), ("1999-10-12", 19_991_012, 19_991_012),
        ("1999年10月12日", 19_991_012, 19_991_012), ("1999年10月", 19_991_001, 19_991_031), ("１９９９－１０", 19_991_001, 19_991_031),
        ("19991012", 19_991_012, 19_991_012), ("1999..2003", 19_990_101, 20_031_231), ("1999-02", 19_990_201, 19_990_228),
        ("2000-02", 20_000_201, 20_000_229),
        ("1999-10..1999-10-12", 19_991_001, 19_991_012),
    ])
    func datesAreIntervalsOfDays(_ text: String, _ first: Int, _ last: Int) throws {
        let range = try readDateRange(text)
        #expect(range.first == first && range.last == last)
    }

    @Test(arguments: [
        ("1999-13", WrittenDateError.noSuchDay), ("1999-02-29", .noSuchDay), ("1999-10-32", .noSuchDay), ("去年", .relative),
        ("99", .notADate),
        ("1999-10-12-1", .notADate), ("10/12/1999", .notADate), ("", .notADate), ("2003..1999", .reversed), ("1999..", .notADate),
        ("1999-10-", .notADate),
    ])
    func whatIsNoDateSaysWhy(_ text: String, _ why: WrittenDateError) {
        #expect(throws: why) { try readDateRange(text) }
    }
}
