// fuzz TARGET [libFuzzer's options and folders]: hands inputs to one target for ever. `fuzz list` names the targets.

import FuzzTargets
import Glibc

/// libFuzzer's loop, from its runtime: calls `callback` with one input after the other.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let chosen = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "list"

guard let target = FuzzTarget.all.first(where: { $0.name == chosen }) else {
    for target in FuzzTarget.all { print(target.name, target.kind.rawValue) }
    exit(chosen == "list" ? 0 : 2)
}

/// The target of this run; set once, before the first input.
private let check = target.check

// The first argument is ours.
var arguments = CommandLine.unsafeArgv + 1
arguments[0] = CommandLine.unsafeArgv[0]
var count = CommandLine.argc - 1
withUnsafeMutablePointer(to: &arguments) { pointer in
    pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.self, capacity: 1) { arguments in
        exit(
            runFuzzer(&count, arguments) { bytes, count in
                if let broken = check([UInt8](UnsafeBufferPointer(start: bytes, count: count))) {
                    let message = Array("finding: \(broken)\n".utf8)
                    write(STDERR_FILENO, message, message.count)
                    abort()
                }
                return 0
            })
    }
}
