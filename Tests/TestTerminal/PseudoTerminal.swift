import Glibc
import LineEditing

/// Both ends of a pseudo-terminal: tests type at the one what a person would, and look at the screen that the bytes coming
/// back would draw. A class because it owns descriptors.
final class PseudoTerminal {
    private(set) var master: Int32
    let slavePath: String
    private(set) var screen: Screen
    /// Everything the program wrote.
    private(set) var transcript: [UInt8] = []

    /// A terminal of the given size; nil where the system has none to give.
    init?(columns: Int = 80, rows: Int = 24) {
        // The screen asks the C library for widths.
        TextLocale.useUTF8()
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: Int32 = 0
        var locked: Int32 = 0
        // TIOCGPTN and TIOCSPTLCK, which posix_openpt's companions call: Swift's Glibc has neither.
        guard master >= 0, ioctl(master, 0x8004_5430, &number) == 0, ioctl(master, 0x4004_5431, &locked) == 0 else {
            return nil
        }
        slavePath = "/dev/pts/\(number)"
        screen = Screen(columns: columns, rows: rows)
        setSize(columns: columns, rows: rows)
    }

    deinit { hangUp() }

    /// Closes this end, as a window that is shut: programs get the end of their input.
    func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    /// The end a program reads and writes.
    func openSlave() -> Int32 { open(slavePath, O_RDWR | O_NOCTTY | O_CLOEXEC) }

    private func setSize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Changes the size, as a person dragging the window's corner; the screen keeps what fits.
    func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        setSize(columns: columns, rows: rows)
    }

    /// Types text; keys are control characters or escape sequences in it.
    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
            if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
            pump(milliseconds: 0)
        }
    }

    /// Reads what the program writes until the screen is as wanted; false where it is not after `seconds`.
    @discardableResult
    func wait(seconds: Int = 6, until isReached: (Screen) -> Bool) -> Bool {
        var waited = 0
        while !isReached(screen) {
            if waited >= seconds * 100 { return false }
            waited += 1
            pump(milliseconds: 10)
        }
        return true
    }

    /// Gives whether there was something to read.
    @discardableResult
    private func pump(milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 4096)
        guard poll(&waiting, 1, milliseconds) > 0 else { return false }
        let count = read(master, &buffer, buffer.count)
        // A hung-up terminal is ready at once for ever: the wait must take its time all the same.
        guard count > 0 else {
            usleep(UInt32(milliseconds) * 1000)
            return false
        }
        transcript += buffer[..<count]
        screen.feed(buffer[..<count])
        return true
    }

    /// Starts a program with this as its controlling terminal; gives its process, or nil.
    func spawn(executable: String, arguments: [String], environment: [String: String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        // The first terminal a session's leader opens becomes the session's own.
        // Signals are as a login shell would hand them on, whatever the tests' own process blocks or ignores.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // POSIX_SPAWN_SETSID, SETSIGMASK and SETSIGDEF
        posix_spawnattr_setflags(&attributes, 0x80 | 0x08 | 0x04)
        posix_spawn_file_actions_addopen(&actions, 0, slavePath, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        let argv = ([executable] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var process: pid_t = 0
        return posix_spawn(&process, executable, &actions, &attributes, argv, envp) == 0 ? process : nil
    }

    /// Waits for a process while reading what it writes; gives its status, or nil after `seconds`.
    func status(of process: pid_t, seconds: Int = 6) -> Int32? {
        var status: Int32 = 0
        let ended = wait(seconds: seconds) { _ in waitpid(process, &status, WNOHANG) == process }
        // What it wrote last is still to be read.
        while ended, pump(milliseconds: 0) {}
        return ended ? status : nil
    }
}
