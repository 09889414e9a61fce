import Glibc

/// What reading a key can give.
enum KeyRead: Equatable {
    case key(UInt32)
    case end
}

/// What to do about a signal that came while waiting for a key.
enum SignalVerdict {
    case carryOn
    case key(UInt32)
    case stop
}

/// Turns the bytes of a terminal into keys: decodes UTF-8, and recognizes sequences that libedit cannot be given, telling
/// an Escape key from the beginning of a sequence by the time that passes.
final class TerminalInput {
    private let descriptor: Int32
    private let signals: Int32?
    private var pending: [UInt8] = []
    /// How many pending bytes are known to begin no sequence and must not be looked at as one again.
    private var literal = 0

    /// The keys made virtual. Where a single Escape is a key of its own (in vi mode, in a search) all are: libedit could not
    /// tell it from a sequence.
    var decodedKeys: Set<VirtualKey> = [.paste]
    /// Asked for each signal that arrives.
    var onSignal: (Int32) -> SignalVerdict = { _ in .carryOn }

    /// The bytes of a sequence arrive together; a person is slower, a bad network rarely.
    private let sequencePause: Int32 = 40
    /// A terminal that never ends a paste must not hold the keyboard.
    private let pastePause: Int32 = 2000

    /// Reads `descriptor`, and the numbers of signals from `signals`.
    init(descriptor: Int32, signals: Int32?) {
        self.descriptor = descriptor
        self.signals = signals
    }

    /// Whether something typed is waiting.
    var hasKeys: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return !pending.isEmpty || poll(&waiting, 1, 0) > 0
    }

    /// Waits for a key.
    func nextKey() -> KeyRead {
        while true {
            switch nextByte(pause: -1) {
            case .byte(let byte):
                if let key = decode(byte) { return .key(key) }
            case .key(let key): return .key(key)
            case .nothing: continue
            case .end: return .end
            }
        }
    }

    /// The bytes up to the end of a paste.
    func pastedBytes() -> [UInt8] {
        let end = Array("\u{1B}[201~".utf8)
        var bytes: [UInt8] = []
        while case .byte(let byte) = nextByte(pause: pastePause) {
            bytes.append(byte)
            if byte == end.last, bytes.suffix(end.count).elementsEqual(end) {
                bytes.removeLast(end.count)
                break
            }
        }
        return bytes
    }

    private func decode(_ byte: UInt8) -> UInt32? {
        if literal > 0 { literal -= 1 } else if byte == 0x1B, let key = sequence() { return key.rawValue }
        if byte < 0x80 { return byte == 0 ? nil : UInt32(byte) }
        return scalar(lead: byte)
    }

    /// After an Escape: reads on while a known sequence may come of it, and puts all back where none does.
    private func sequence() -> VirtualKey? {
        var read: [UInt8] = [0x1B]
        while true {
            guard case .byte(let byte) = nextByte(pause: sequencePause) else { break }
            read.append(byte)
            let fitting = decodedKeys.flatMap { key in key.sequences.map { (key, Array($0.utf8)) } }
                .filter { $0.1.starts(with: read) }
            if let whole = fitting.first(where: { $0.1.count == read.count }) { return whole.0 }
            if fitting.isEmpty { break }
        }
        pending.insert(contentsOf: read.dropFirst(), at: 0)
        return nil
    }

    /// The character that begins with `lead`; nil for what is no UTF-8, and for C1 controls, which nobody types.
    private func scalar(lead: UInt8) -> UInt32? {
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5 else { return nil }
        var bytes = [lead]
        while bytes.count < length {
            guard case .byte(let byte) = nextByte(pause: sequencePause) else { return nil }
            guard byte & 0xC0 == 0x80 else {
                pending.insert(byte, at: 0)
                return nil
            }
            bytes.append(byte)
        }
        guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else { return nil }
        return scalar.value < 0xA0 ? nil : scalar.value
    }

    private enum ByteRead {
        case byte(UInt8)
        case key(UInt32)
        case nothing
        case end
    }

    /// One byte at a time: what is typed ahead belongs to whoever reads the terminal next. `pause` is in milliseconds,
    /// -1 for ever.
    private func nextByte(pause: Int32) -> ByteRead {
        if !pending.isEmpty { return .byte(pending.removeFirst()) }
        var waiting = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        if let signals { waiting.append(pollfd(fd: signals, events: Int16(POLLIN), revents: 0)) }
        while true {
            let ready = poll(&waiting, nfds_t(waiting.count), pause)
            if ready == 0 { return .nothing }
            if ready < 0, errno != EINTR { return .end }
            if ready > 0, waiting.count > 1, waiting[1].revents != 0, let answer = takeSignal() { return answer }
            if ready > 0, waiting[0].revents != 0 { return readByte() }
        }
    }

    private func readByte() -> ByteRead {
        var byte: UInt8 = 0
        let count = read(descriptor, &byte, 1)
        if count == 1 { return .byte(byte) }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .end
    }

    private func takeSignal() -> ByteRead? {
        var number: UInt8 = 0
        guard let signals, read(signals, &number, 1) == 1 else { return nil }
        switch onSignal(Int32(number)) {
        case .carryOn: return nil
        case .key(let key): return .key(key)
        case .stop: return .end
        }
    }
}
