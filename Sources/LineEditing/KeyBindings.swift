import CLibEdit
import Glibc

/// An editing command of ours, by the name that `.editrc` can bind.
private struct EditingCommand {
    let name: String
    let help: String
    let run: wen_command
}

/// The editor that a C callback belongs to.
private func editor(_ handle: OpaquePointer?) -> LineEditor? {
    guard let handle, let client = wen_get_client(handle) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
}

private func perform(_ handle: OpaquePointer?, _ body: (LineEditor) -> Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: editor(handle).map(body) ?? CC_ERROR)
}

private let commands = [
    EditingCommand(name: "wen-complete", help: "Complete, or list what could stand here") { handle, _ in
        perform(handle) { $0.completeAtCursor() }
    },
    EditingCommand(name: "wen-help", help: "Say what stands at the cursor") { handle, _ in
        perform(handle) { $0.explainAtCursor() }
    },
    EditingCommand(name: "wen-edit", help: "Edit the line in $VISUAL or $EDITOR") { handle, _ in
        perform(handle) { $0.editOutside() }
    },
    EditingCommand(name: "wen-up", help: "The row above, or an older entry that begins alike") { handle, _ in
        perform(handle) { $0.moveVertically(.older) }
    },
    EditingCommand(name: "wen-down", help: "The row below, or a newer entry that begins alike") { handle, _ in
        perform(handle) { $0.moveVertically(.newer) }
    },
    EditingCommand(name: "wen-search", help: "Search the history, newest first") { handle, _ in
        perform(handle) { $0.searchHistory(.older) }
    },
    EditingCommand(name: "wen-search-forward", help: "Search the history, oldest first") { handle, _ in
        perform(handle) { $0.searchHistory(.newer) }
    },
    EditingCommand(name: "wen-paste", help: "Insert what the terminal pastes, whole") { handle, _ in
        perform(handle) { $0.insertPaste() }
    },
    EditingCommand(name: "wen-take", help: "Take what is suggested behind the cursor") { handle, _ in
        perform(handle) { $0.takeSuggestion() }
    },
    EditingCommand(name: "wen-interrupt", help: "Drop the line") { handle, _ in
        perform(handle) {
            $0.interrupt()
            return CC_REFRESH
        }
    },
    EditingCommand(name: "wen-delete-or-end", help: "Delete, list at the end, leave on an empty line") { handle, _ in
        perform(handle) { $0.deleteOrEnd() }
    },
    EditingCommand(name: "wen-delete", help: "Delete the character under the cursor") { handle, _ in
        perform(handle) { $0.deleteForward() }
    },
    EditingCommand(name: "wen-suspend", help: "Stop the program until it is continued") { handle, _ in
        perform(handle) {
            $0.suspend { kill(0, SIGTSTP) }
            return CC_NORM
        }
    },
]

/// Keys typed as one control, in Emacs's keys and in vi's insert mode.
private let controlKeys = [
    ("\u{9}", "wen-complete"), ("\u{3}", "wen-interrupt"), ("\u{4}", "wen-delete-or-end"),
    ("\u{10}", "wen-up"), ("\u{E}", "wen-down"), ("\u{12}", "wen-search"), ("\u{13}", "wen-search-forward"),
]

/// Keys of vi's command mode.
private let alternateKeys = [
    ("k", "wen-up"), ("v", "wen-edit"), ("j", "wen-down"), ("\u{3}", "wen-interrupt"), ("\u{4}", "wen-delete-or-end"),
    ("\u{12}", "wen-search"),
]

extension LineEditor {
    /// Everything that stays the same from line to line.
    func setUp() {
        _ = wen_set_client(handle, Unmanaged.passUnretained(self).toOpaque())
        _ = wen_set_prompt(handle, { editor($0)?.widePrompt }, wchar_t(bitPattern: Prompt.marker.value))
        _ = wen_set_reader(handle) { handle, key in LineEditor.read(handle, key) }
        _ = wen_ignore_signals(handle)
        // Ctrl-C, Ctrl-S and Ctrl-Z are keys while a line is edited: as signals they would overtake what was typed before.
        // Newline and carriage return stay what they are, or a pasted CRLF would be two newlines.
        for flag in ["-isig", "-ixon", "-inlcr", "-icrnl"] { _ = wen_set_editing_tty(handle, wideString(flag)) }
        for command in commands {
            _ = wen_add_command(handle, wideName(command.name), wideName(command.help), command.run)
        }
        // Debian's libedit begins with vi's keys.
        _ = wen_set_mode(handle, wideString("emacs"))
        let file = options.readsEditrc ? EditRC() : nil
        file?.apply(to: handle)
        if let mode = options.mode { _ = wen_set_mode(handle, wideString(mode == .vi ? "vi" : "emacs")) }
        bindKeys()
        file?.applyBindings(to: handle)
    }

    /// Changes the keys from the next line on, as a person does who prefers vi's.
    public func use(_ mode: KeyMode) {
        _ = wen_set_mode(handle, wideString(mode == .vi ? "vi" : "emacs"))
        bindKeys()
        if options.readsEditrc { EditRC()?.applyBindings(to: handle) }
    }

    private func bindKeys() {
        let isVi = wen_is_vi(handle) != 0
        for (key, command) in controlKeys { bind(key, command) }
        if options.handlesSignals { bind("\u{1A}", "wen-suspend") }
        for key in VirtualKey.allCases {
            guard let scalar = Unicode.Scalar(key.rawValue) else { continue }
            bind(String(scalar), key.command)
            if isVi { bindAlternate(String(scalar), key == .delete ? "ed-delete-next-char" : key.command) }
            // In Emacs's keys libedit takes the sequences itself, so that .editrc can bind them anew.
            if !isVi, key != .paste { for sequence in key.sequences { bind(sequence, key.command) } }
        }
        // In vi's keys an Escape leaves the insert mode.
        if !isVi { bind("\u{18}\u{5}", "wen-edit") }
        if !isVi { for key in ["\u{1B}h", "\u{1B}H"] { bind(key, "wen-help") } }
        if isVi { for (key, command) in alternateKeys { bindAlternate(key, command) } }
    }

    private func bind(_ key: String, _ command: String) {
        _ = wen_bind(handle, literalKey(key), wideString(command))
    }

    private func bindAlternate(_ key: String, _ command: String) {
        _ = wen_bind_alternate(handle, literalKey(key), wideString(command))
    }

    /// libedit reads keys as it does in `.editrc`: `^` and `\` begin escapes, and a leading `-` would be an option.
    private func literalKey(_ key: String) -> [wchar_t] {
        wideString(key.unicodeScalars.map { $0 == "\\" || $0 == "^" ? "\\" + String($0) : String($0) }.joined())
    }

    private static func read(_ handle: OpaquePointer?, _ key: UnsafeMutablePointer<wchar_t>?) -> Int32 {
        guard let editor = editor(handle), let key else { return -1 }
        switch editor.nextKeySuggesting() {
        case .key(let value):
            key.pointee = wchar_t(bitPattern: value)
            return 1
        case .end: return 0
        }
    }
}

/// A name that libedit keeps a pointer to; never freed, since a program makes one editor.
private func wideName(_ name: String) -> UnsafePointer<wchar_t> {
    let wide = wideString(name)
    let storage = UnsafeMutablePointer<wchar_t>.allocate(capacity: wide.count)
    storage.initialize(from: wide, count: wide.count)
    return UnsafePointer(storage)
}
