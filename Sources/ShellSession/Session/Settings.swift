import QueryLanguage
import SourceText

/// The values of the settings, checked when they were set.
struct Settings {
    private var values: [Setting: String] = [:]

    /// The value of a setting.
    subscript(setting: Setting) -> String {
        get { values[setting] ?? setting.defaultValue }
        set { values[setting] = newValue }
    }

    /// Whether somebody has set it.
    func isSet(_ setting: Setting) -> Bool { values[setting] != nil }

    var language: Language { self[.lang] == "zh" ? .chinese : .english }
    var ambiguousWidth: Int { Int(self[.ambiguous]) ?? 1 }
    var width: Int { Int(self[.width]) ?? 0 }
    func isOn(_ setting: Setting) -> Bool { self[setting] == "true" }
}
