import FuzzTargets
import Glibc
import Testing

/// Inputs that the fuzzer once broke a target with, and its seeds. A file in `findings` is named `target-what`, or
/// `any-what` for all targets.
@Suite struct FindingTests {
    private static let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fuzz"

    static let findings = files("findings")

    private static func files(_ name: String) -> [String] {
        guard let stream = opendir("\(folder)/\(name)") else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let entry = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if !entry.hasPrefix(".") { names.append("\(name)/\(entry)") }
        }
        return names.sorted()
    }

    private func contents(_ name: String) -> [UInt8] {
        guard let file = fopen("\(FindingTests.folder)/\(name)", "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    /// The targets that a finding is for: those its name begins with, the longest; `any` is all.
    private func targets(of finding: String) -> [FuzzTarget] {
        let name = finding.dropFirst("findings/".count)
        let fitting = FuzzTarget.all.filter { name.hasPrefix($0.name + "-") }
        if let longest = fitting.max(by: { $0.name.utf8.count < $1.name.utf8.count }) { return [longest] }
        return name.hasPrefix("any-") ? FuzzTarget.all : []
    }

    @Test(arguments: findings)
    func whatOnceBrokeATargetDoesNotAnyMore(_ finding: String) {
        let input = contents(finding)
        let targets = targets(of: finding)
        #expect(!targets.isEmpty, "no target is called as \(finding) begins")
        for target in targets {
            if let broken = target.check(input) { Issue.record("\(target.name) \(finding): \(broken)") }
        }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func theSeedsAreSound(_ name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        let seeds = FindingTests.files("seeds/\(target.kind.rawValue)")
        #expect(!seeds.isEmpty)
        for seed in seeds {
            if let broken = target.check(contents(seed)) { Issue.record("\(name) \(seed): \(broken)") }
        }
    }

    /// Cut anywhere, with a byte changed anywhere: a little of what the fuzzer does, in every run of the tests.
    @Test(arguments: FuzzTarget.all.map(\.name))
    func damagedSeedsAreTakenToo(_ name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        for seed in FindingTests.files("seeds/\(target.kind.rawValue)") {
            let whole = contents(seed)
            for step in 1...6 where whole.count > 7 {
                let place = whole.count * step / 7
                var changed = whole
                changed[place] = ~changed[place]
                for input in [Array(whole[..<place]), Array(whole[place...]), changed] {
                    if let broken = target.check(input) { Issue.record("\(name) \(seed) at \(place): \(broken)") }
                }
            }
        }
    }
}
