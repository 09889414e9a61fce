import Glibc

/// Turns signals into bytes of a pipe while a line is read, so that they are dealt with between two keys and not in a
/// handler, where next to nothing is allowed.
enum SignalWatch {
    /// The pipe; made once and never closed, since a handler may be running at any time.
    private static let pipe: (reading: Int32, writing: Int32)? = {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }()

    /// The end that signal numbers are read from.
    static var descriptor: Int32? { pipe?.reading }

    static let watched = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]

    /// Watches from now on; gives what was there before, for `end`.
    static func begin() -> [Int32: sigaction] {
        guard pipe != nil else { return [:] }
        var before: [Int32: sigaction] = [:]
        for signal in watched {
            before[signal] = replaceAction(of: signal) { number in
                let kept = errno
                if let end = SignalWatch.pipe?.writing {
                    var byte = UInt8(truncatingIfNeeded: number)
                    _ = write(end, &byte, 1)
                }
                errno = kept
            }
        }
        return before
    }

    /// Puts back what `begin` found.
    static func end(_ before: [Int32: sigaction]) {
        for (signal, action) in before {
            var action = action
            sigaction(signal, &action, nil)
        }
    }
}

/// Installs a handler that does not restart system calls; gives the action that was there.
func replaceAction(of signal: Int32, by handler: @escaping @convention(c) (Int32) -> Void) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    var before = sigaction()
    sigaction(signal, &action, &before)
    return before
}
