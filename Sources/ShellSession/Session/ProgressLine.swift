import LineEditing
import SourceText

/// A line on standard error, at a terminal, that says how far long work has come. It appears after a second and goes before
/// anything else is shown. A class because it is one place on the screen.
final class ProgressLine {
    private let write: (String) -> Void
    private var isWanted = false
    private var isShown = false
    private var language = Language.english
    private let clock = ContinuousClock()
    private var start = ContinuousClock().now
    private var last = ContinuousClock().now

    /// Work that ends sooner needs no word.
    private static let patience = Duration.seconds(1)
    private static let interval = Duration.milliseconds(100)

    init(_ write: @escaping (String) -> Void) { self.write = write }

    /// New work begins.
    func begin(_ terminal: Terminal?, _ isQuiet: Bool, _ language: Language) {
        isWanted = terminal?.understandsEscapes == true && !isQuiet
        self.language = language
        start = clock.now
        last = start
    }

    /// So much of the work is done; an estimate of what remains goes by what it has taken so far.
    func show(_ work: LocalizedText, _ share: Double) {
        guard isWanted else { return }
        let now = clock.now
        guard now - start > ProgressLine.patience, now - last > ProgressLine.interval else { return }
        last = now
        isShown = true
        write("\r\u{1B}[K\(work(language)) \(Int(min(max(share, 0), 1) * 100)) %\(remaining(share, now))")
    }

    private func remaining(_ share: Double, _ now: ContinuousClock.Instant) -> String {
        guard share > 0.05 else { return "" }
        let seconds = Int((now - start) / .seconds(1) * (1 - min(share, 1)) / share) + 1
        return language == .chinese ? "，约余 \(seconds) 秒" : ", about \(seconds) s left"
    }

    /// The work is over, or something is to be shown.
    func clear() {
        guard isShown else { return }
        isShown = false
        write("\r\u{1B}[K")
    }
}
