import CLibEdit
import Glibc

/// The columns that the terminal itself gives a text, found by writing it at the left edge and asking where the cursor is (the
/// report of ECMA-48 that `ESC [ 6 n` asks for); it is erased again. Nil where no terminal answers within `patience`
/// milliseconds, as where input and output are not both the terminal. What is typed meanwhile is lost.
public func terminalWidth(of text: String, patience: Int32 = 300) -> Int? {
    let output = Terminal(descriptor: STDOUT_FILENO)
    guard output.understandsEscapes, let modes = TerminalModes(descriptor: STDIN_FILENO) else { return nil }
    var raw = termios()
    guard tcgetattr(STDIN_FILENO, &raw) == 0 else { return nil }
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else { return nil }
    defer { modes.restore() }
    fputs("\r\(text)\u{1B}[6n", wen_stdout())
    fflush(wen_stdout())
    defer {
        fputs("\r\u{1B}[K", wen_stdout())
        fflush(wen_stdout())
    }
    return reportedColumn(patience: patience).map { $0 - 1 }
}

/// The column in `ESC [ row ; column R`.
private func reportedColumn(patience: Int32) -> Int? {
    var reply: [UInt8] = []
    while reply.count < 32 {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, patience) == 1 else { return nil }
        var byte: UInt8 = 0
        guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
        reply.append(byte)
        if byte == UInt8(ascii: "R") { break }
    }
    let digits = reply.dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).last ?? []
    return Int(String(decoding: digits, as: UTF8.self))
}
