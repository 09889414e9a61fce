import CLibEdit

/// The newest entries in libedit's own list, for its own commands that a person binds in `.editrc` or uses in vi's
/// command mode. The editor's own keys read the history file's entries.
final class LibeditHistory {
    private let list: OpaquePointer
    private var generation = 0
    private var taken = 0
    private let limit = 1000

    init?(_ handle: OpaquePointer) {
        guard let list = history_winit() else { return nil }
        self.list = list
        _ = wen_history_set_size(list, Int32(limit))
        _ = wen_use_history(handle, list)
    }

    deinit { history_wend(list) }

    /// Takes in what is new.
    func update(from history: HistoryFile) {
        if history.generation != generation {
            _ = wen_history_clear(list)
            generation = history.generation
            taken = 0
        }
        for entry in history.entries[min(taken, history.entries.count)...].suffix(limit) {
            _ = wen_history_enter(list, wideString(entry.text))
        }
        taken = history.entries.count
    }
}
