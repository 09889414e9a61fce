import QueryLanguage
import SourceText

/// Who gave a setting its value.
enum SettingOrigin: Hashable, Sendable {
    /// Nobody: it is the declaration's.
    case standard
    /// A start-up file, by its path.
    case file(String)
    /// An option of the command line.
    case commandLine
    /// A `set` of the session.
    case session

    /// What the table of settings says of it.
    var name: LocalizedText {
        switch self {
        case .standard: LocalizedText("default", zh: "默认")
        case .file(let path): LocalizedText(verbatim: abbreviatingHome(path))
        case .commandLine: LocalizedText("command line", zh: "命令行")
        case .session: LocalizedText("session", zh: "本次")
        }
    }
}

/// The values of the settings, checked when they were set, each with who set it.
struct Settings {
    private var values: [Setting: (value: String, origin: SettingOrigin)] = [:]

    /// The value of a setting.
    subscript(setting: Setting) -> String { values[setting]?.value ?? setting.defaultValue }

    /// Who gave a setting its value.
    func origin(of setting: Setting) -> SettingOrigin { values[setting]?.origin ?? .standard }

    /// Gives a setting a value, which has been checked.
    mutating func set(_ setting: Setting, to value: String, by origin: SettingOrigin) { values[setting] = (value, origin) }

    /// Whether somebody has set it.
    func isSet(_ setting: Setting) -> Bool { values[setting] != nil }

    var language: Language { self[.lang] == "zh" ? .chinese : .english }
    var ambiguousWidth: Int { Int(self[.ambiguous]) ?? 1 }
    var width: Int { Int(self[.width]) ?? 0 }
    func isOn(_ setting: Setting) -> Bool { self[setting] == "true" }
}
