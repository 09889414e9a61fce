import QueryEngine
import QueryLanguage
import SourceText

// Settings that name a file: it is read when it is set, where `open` could read it.
extension Session {
    /// `set lang zh`, and without a value the table of one setting or of all.
    func set(_ setting: Setting?, to value: String?) throws {
        guard let setting, let value else { return try showSettings(setting.map { [$0] } ?? Setting.allCases) }
        // What was asked for on the command line is meant for this once, and stronger than a start-up file.
        if case .file = origin, settings.origin(of: setting) == .commandLine { return }
        settings.set(setting, to: try adopt(setting, value), by: origin)
    }

    private func showSettings(_ shown: [Setting]) throws {
        let columns = [
            Column("setting", zh: "设置", .text), Column("value", zh: "值", .text), Column("origin", zh: "来源", .text),
            Column("meaning", zh: "意义", .text),
        ]
        let rows = shown.map { setting in
            TableRow([
                .text(setting.name(language)), .text(settings[setting]), .text(settings.origin(of: setting).name(language)),
                .text(setting.summary(language)),
            ])
        }
        _ = try display(.table(TableResult(archive: archive, columns: columns, rows: rows)), since: nil, ContinuousClock())
    }

    /// The value that a setting gets, after what it names has been read. Throws where that cannot be read or understood.
    func adopt(_ setting: Setting, _ value: String) throws -> String {
        switch setting {
        case .tiers: tiers = try value.isEmpty ? .published : tierTable(value)
        case .wordlist: ownWords = try value.isEmpty ? [] : words(value)
        case .lang, .exact, .onerror, .width, .ambiguous, .color, .pager, .time, .mode, .edit, .hints, .newspaper, .optimize: break
        }
        return value
    }

    private func tierTable(_ path: String) throws -> TierTable {
        let text = try settingText(path)
        do {
            return try TierTable(text, source: path)
        } catch {
            throw FileFailure(
                LocalizedText(
                    "\(path):\(error.line): a tier is a name and its cut-off: 沸 2000, 热 2.5%, or 冷 - where none is known",
                    zh: "\(path)：\(error.line)：每级为名称与界：沸 2000、热 2.5%，界不详则写 冷 -"))
        }
    }

    /// A word a line; a blank or tab ends it, as in the dictionaries of segmenters.
    private func words(_ path: String) throws -> [String] {
        try settingText(path).split(whereSeparator: \.isNewline).compactMap { line in
            line.hasPrefix("#") ? nil : line.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
    }

    private func settingText(_ path: String) throws -> String {
        guard let text = readTextFile(try readablePath(path, below: settingsFolder)) else {
            throw FileFailure(LocalizedText("\(path) cannot be read", zh: "\(path) 无法读取"))
        }
        return text
    }
}
