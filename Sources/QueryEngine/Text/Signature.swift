import QueryLanguage
import SourceText

/// How a command is written, in a line: what the help and the key at the prompt show.
extension CommandDeclaration {
    /// `kwic [patterns] [width=] [sort=]`: what may be left out is in brackets.
    public func signature(_ language: Language) -> String {
        let positional = positional.map { parameter in
            let name = parameter.name(language) + (parameter.isRepeated ? "…" : "")
            return parameter.isRequired ? name : "[\(name)]"
        }
        let named = named.map { $0.isRequired ? "\($0.name(language))=" : "[\($0.name(language))=]" }
        return ([name(language)] + positional + named).joined(separator: " ")
    }

    /// `text units → the same`
    public func types(_ language: Language) -> String { "\(FlowKind.names(accepts)(language)) → \(gives(language))" }
}

extension Parameter {
    /// `by= 按=` for one that is named, otherwise the name in the language.
    public func spelling(isNamed: Bool, _ language: Language) -> String {
        isNamed ? "\(name.english)= \(name.chinese)=" : name(language)
    }

    /// What it is, with its default in brackets where it has one.
    public func described(_ language: Language) -> String {
        summary(language) + (defaultText.isEmpty ? "" : " (\(defaultText))")
    }
}
