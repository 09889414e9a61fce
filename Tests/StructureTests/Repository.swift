import Glibc

/// The root of the repository, as this file stands in it.
let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

/// The text of a file below the root; nil where it is not there.
func text(_ path: String) -> String? {
    guard let file = fopen("\(repository)/\(path)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

/// The paths of the Swift files below a folder, from the root.
func swiftFiles(below path: String) -> [String] {
    guard let folder = opendir("\(repository)/\(path)") else { return [] }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        if name.hasSuffix(".swift") { found.append("\(path)/\(name)") }
        if entry.pointee.d_type == UInt8(DT_DIR) { found += swiftFiles(below: "\(path)/\(name)") }
    }
    return found.sorted()
}

/// A target as Package.swift declares it.
struct Target {
    let name: String
    let dependencies: Set<String>

    /// The targets of `Sources`, read from the manifest: `layer("Name", ["A", "B"])` and the executable; those below `Tests` are no part of the program.
    static let all: [Target] = {
        guard let manifest = text("Package.swift") else { return [] }
        var targets: [Target] = []
        for (index, piece) in manifest.pieces(between: "layer(").enumerated()
        where index > 0 && piece.drop(while: \.isWhitespace).hasPrefix("\"") {
            let names = piece.prefix { $0 != ")" }.quoted
            if let name = names.first { targets.append(Target(name: name, dependencies: Set(names.dropFirst()))) }
        }
        for piece in manifest.pieces(between: ".executableTarget(").dropFirst() where !piece.contains("path: \"Tests/") {
            let names = piece.pieces(between: "swiftSettings")[0].quoted
            if let name = names.first { targets.append(Target(name: name, dependencies: Set(names.dropFirst()))) }
        }
        return targets
    }()

    /// Its source files.
    var files: [String] { swiftFiles(below: "Sources/\(name)") }
}

/// What a file imports.
func imports(of source: String) -> Set<String> {
    Set(
        source.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
                words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" || $0 == "private" })
            else { return nil }
            return String(words[place + 1])
        })
}

extension StringProtocol {
    /// The stretches between occurrences of a mark.
    func pieces(between mark: String) -> [String] {
        var pieces: [String] = []
        var rest = Array(utf8)[...]
        let needle = Array(mark.utf8)
        while let place = rest.firstRange(of: needle) {
            pieces.append(String(decoding: rest[..<place.lowerBound], as: UTF8.self))
            rest = rest[place.upperBound...]
        }
        return pieces + [String(decoding: rest, as: UTF8.self)]
    }

    /// What stands between double quotes.
    var quoted: [String] { pieces(between: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element) }
}
