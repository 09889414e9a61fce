/// Lays candidates out for the screen: in columns, or one a row where they have summaries.
struct CandidateList {
    let candidates: [Candidate]
    let columns: Int
    let width: (String) -> Int

    private let gap = 2

    /// The rows, none wider than the screen. Summaries are left out where there are too many candidates to show each on a
    /// row of its own in `height` rows.
    func rows(fitting height: Int = .max) -> [String] {
        hasSummaries && candidates.count < height ? describedRows : grid
    }

    /// Whether any has a summary.
    var hasSummaries: Bool { candidates.contains { !$0.summary.isEmpty } }

    private var displays: [String] { candidates.map { visible($0.display) } }

    private func cell(_ displays: [String]) -> Int { (displays.map(width).max() ?? 0) + gap }

    /// One a row, with what each is.
    var describedRows: [String] {
        let displays = displays
        let cell = cell(displays)
        return zip(displays, candidates).map { display, candidate in
            candidate.summary.isEmpty
                ? cut(display) : cut(padded(display, to: cell) + visible(candidate.summary))
        }
    }

    /// Columns are filled downwards, as `ls` does.
    private var grid: [String] {
        let displays = displays
        let cell = cell(displays)
        let across = max(1, (columns + gap - 1) / cell)
        let down = (displays.count + across - 1) / across
        return (0..<down).map { row in
            let cells = stride(from: row, to: displays.count, by: down).map { displays[$0] }
            return cut(cells.dropLast().map { padded($0, to: cell) }.joined() + (cells.last ?? ""))
        }
    }

    private func padded(_ text: String, to cell: Int) -> String {
        text + String(repeating: " ", count: max(0, cell - width(text)))
    }

    /// The last column stays free: a terminal that wraps there would show an empty row.
    private func cut(_ text: String) -> String {
        guard width(text) >= columns else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += width(String(character))
            if used >= columns { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// Candidates come from documents and file names: no control reaches the terminal.
    private func visible(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}
