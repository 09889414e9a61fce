import Glibc
import LineEditing
import QuerySyntax

extension Suggester {
    /// Files and folders that the path being typed can become.
    var fileNames: [Candidate] {
        var typed = word[...]
        if let quote = place.tokens.quote, typed.hasPrefix(quote) { typed = typed.dropFirst(quote.count) }
        let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let folder = String(typed[..<cut])
        let beginning = typed[cut...]
        return entries(of: expandingHome(folder.isEmpty ? "." : folder))
            .filter { $0.name.hasPrefix(beginning) && ($0.name.hasPrefix(".") == beginning.hasPrefix(".")) }
            .map { candidate(folder + $0.name + ($0.isFolder ? "/" : ""), $0) }
    }

    private func candidate(_ path: String, _ entry: (name: String, isFolder: Bool)) -> Candidate {
        let shown = entry.name + (entry.isFolder ? "/" : "")
        let mark = place.tokens.quote ?? quotationNeeded(by: path)
        guard let mark else { return Candidate(path, display: shown, endsWord: !entry.isFolder) }
        // A folder's quotation stays open: one goes on into it.
        let closing = entry.isFolder ? "" : closingMark(of: mark)
        return Candidate(mark + path + closing, display: shown, endsWord: !entry.isFolder)
    }

    /// Nil where the lexer reads the path as one word.
    private func quotationNeeded(by path: String) -> String? {
        let tokens = lex(path, context: .paths)
        if tokens.count == 1, tokens[0].kind == .word, tokens[0].flaw == nil { return nil }
        return path.contains("'") ? "『" : "'"
    }

    func closingMark(of opening: String) -> String {
        let pairs = ["‘": "’", "『": "』", "“": "”", "「": "」"]
        return pairs[opening] ?? opening
    }

    /// The names in a folder, by their bytes; none where it cannot be read. Names that are no text are left out.
    private func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name, name != ".", name != "..", !name.unicodeScalars.contains(where: { $0.value < 0x20 }) else { continue }
            found.append((name, isFolder("\(folder)/\(name)")))
        }
        return found.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
