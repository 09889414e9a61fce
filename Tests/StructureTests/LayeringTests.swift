import Testing

/// Arrows go down only, as Package.swift and docs/architecture.md say.
@Suite struct LayeringTests {
    private let systemModules: Set = ["Glibc", "Synchronization"]

    /// The rows of the table `| target | level | depends on |`; nil where the page or the table is not there.
    private var documented: [(name: String, level: Int, dependencies: Set<String>)]? {
        guard let page = text("docs/architecture.md") else { return nil }
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        guard let head = lines.firstIndex(where: { $0.hasPrefix("| target | level | depends on |") }) else { return nil }
        let rows = lines[(head + 2)...].prefix { $0.hasPrefix("|") }
        return rows.compactMap { row in
            let cells = row.split(separator: "|").map { $0.filter { $0 != "`" } }
            guard cells.count >= 3 else { return nil }
            func words(_ cell: String) -> [String] { cell.split { " ,、".contains($0) }.map(String.init) }
            guard let name = words(cells[0]).first, let level = Int(String(cells[1].filter(\.isNumber))) else { return nil }
            return (name, level, Set(words(cells[2]).filter { $0.first?.isLetter == true && $0.first?.isASCII == true }))
        }
    }

    @Test func theManifestIsUnderstood() {
        #expect(Target.all.map(\.name).contains("QuerySyntax"))
        #expect(Target.all.first { $0.name == "ShellSession" }?.dependencies.contains("QueryEngine") == true)
        for target in Target.all { #expect(!target.files.isEmpty, "\(target.name)") }
    }

    @Test func aTargetImportsOnlyWhatItDeclares() {
        for target in Target.all {
            var used = Set<String>()
            for file in target.files { used.formUnion(imports(of: text(file) ?? "").subtracting(systemModules)) }
            let declared = target.dependencies.subtracting(["swift-argument-parser"])
            #expect(used.subtracting(declared).isEmpty, "\(target.name) imports \(used.subtracting(declared))")
        }
    }

    /// The level of a target is one more than the highest of those it depends on: there is no circle, and no sibling.
    @Test func dependenciesGoDownward() {
        let names = Set(Target.all.map(\.name))
        var levels: [String: Int] = [:]
        for _ in Target.all {
            for target in Target.all where levels[target.name] == nil {
                let below = target.dependencies.intersection(names)
                guard below.allSatisfy({ levels[$0] != nil }) else { continue }
                levels[target.name] = (below.compactMap { levels[$0] }.max() ?? -1) + 1
            }
        }
        #expect(levels.count == Target.all.count, "circle among \(names.subtracting(levels.keys))")
    }

    @Test func theArchitecturePageIsTrue() {
        guard let documented else {
            print("skipped: docs/architecture.md has no table | target | level | depends on |")
            return
        }
        let levels = Dictionary(documented.map { ($0.name, $0.level) }, uniquingKeysWith: { first, _ in first })
        for target in Target.all {
            guard let row = documented.first(where: { $0.name == target.name }) else {
                Issue.record("docs/architecture.md does not name \(target.name)")
                continue
            }
            let declared = target.dependencies.subtracting(["swift-argument-parser", "ArgumentParser"])
            #expect(row.dependencies.subtracting(["swift-argument-parser", "ArgumentParser"]) == declared, "\(target.name)")
            for dependency in declared {
                guard let level = levels[dependency] else { continue }
                #expect(level < row.level, "\(target.name) at \(row.level) depends on \(dependency) at \(level)")
            }
        }
    }

    @Test func onlyTheirShimsTouchTheCLibraries() {
        for target in Target.all {
            for file in target.files {
                let used = imports(of: text(file) ?? "")
                #expect(!used.contains("CLibEdit") || target.name == "LineEditing", "\(file)")
                #expect(!used.contains("CPCRE2") || target.name == "PatternMatching", "\(file)")
                #expect(!used.contains("CDivSufSort") || target.name == "StringAnalysis", "\(file)")
                #expect(!used.contains("CXXHash") || target.name == "MappedFiles", "\(file)")
                #expect(
                    used.isDisjoint(with: ["CMark", "CLibYAML", "CSimdJSON", "CZlib", "CLZMA", "CMinizip"])
                        || target.name == "DocumentFormats", "\(file)")
                #expect(!used.contains("ArgumentParser") || target.name == "wen", "\(file)")
            }
        }
    }

    @Test func nobodyImportsFoundation() {
        for file in swiftFiles(below: "Sources") {
            #expect(imports(of: text(file) ?? "").isDisjoint(with: ["Foundation", "FoundationEssentials"]), "\(file)")
        }
    }

    @Test func nothingBelowTheSessionPrints() {
        // The editor owns the terminal while a line is read.
        for target in Target.all where !["ShellSession", "wen", "LineEditing"].contains(target.name) {
            for file in target.files {
                for line in (text(file) ?? "").split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                    for call in ["print(", "debugPrint(", "dump(", "fputs(", "puts(", "printf(", "fwrite(", "Glibc.write("] {
                        #expect(!calls(call, in: line), "\(file): \(line)")
                    }
                }
            }
        }
    }

    /// Whether a call stands in a line as a word of its own.
    private func calls(_ call: String, in line: Substring) -> Bool {
        let pieces = line.pieces(between: call)
        return pieces.dropLast().contains { before in
            guard let last = before.last else { return true }
            return !(last.isLetter || last.isNumber || last == "_" || last == ".")
        }
    }

    @Test func nothingStopsTheProgram() {
        for file in swiftFiles(below: "Sources") {
            for line in (text(file) ?? "").split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for call in ["fatalError(", "preconditionFailure(", "assertionFailure(", "try!", "as!"] {
                    #expect(line.pieces(between: call).count == 1, "\(file): \(line)")
                }
            }
        }
    }

    @Test func filesAreShort() {
        // Tables of data are no code.
        for file in swiftFiles(below: "Sources") where !file.hasSuffix("WidthTables.swift") && !file.hasSuffix("BuiltInExample.swift") {
            let lines = (text(file) ?? "").pieces(between: "\n").count
            #expect(lines <= 400, "\(file) has \(lines) lines")
        }
    }
}
