import ArgumentParser
import ShellSession

do {
    var command = try Wen.parseAsRoot()
    try command.run()
} catch {
    let status = Wen.exitCode(for: error)
    printMessage(Wen.fullMessage(for: error), asError: status != .success)
    // The message is out: the status alone has none.
    Wen.exit(withError: status)
}
