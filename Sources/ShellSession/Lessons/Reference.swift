import QueryEngine

/// Prints docs/commands.md. Gives the exit status.
public func printReference() -> Int32 {
    do {
        try Streams.standard.output(commandReference())
        return 0
    } catch {
        return ExitStatus.data.rawValue
    }
}
