/// The language messages are shown in: the setting `lang`.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"
}

/// A sentence for people in both languages of the program, written side by side so that neither is forgotten.
public struct LocalizedText: Hashable, Sendable {
    /// The English wording.
    public let english: String
    /// The Chinese wording.
    public let chinese: String

    /// The English wording first, then the Chinese one.
    public init(_ english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The same words in both languages: names, code, things quoted.
    public init(verbatim text: String) {
        self.init(text, zh: text)
    }

    /// The wording in `language`.
    public func callAsFunction(_ language: Language) -> String {
        language == .chinese ? chinese : english
    }
}
