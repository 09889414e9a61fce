import DocumentFormats
import Documents
import Foundation

/// The text that is read and searched: the folder named by `WEN_LAWS` where it is set, otherwise a resampling of the
/// paragraphs of `seeds/`, the same on every machine.
struct Sample {
    /// The path of the folder.
    let folder: String
    /// Its size in bytes.
    let bytes: Int

    static let shared = Sample()

    private init() {
        if let laws = ProcessInfo.processInfo.environment["WEN_LAWS"] {
            folder = laws
        } else {
            folder = Sample.resampled(megabytes: 60)
        }
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        let path = folder
        bytes = files.reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }

    /// Articles made of the seed's body lines in a random order that a seed fixes, in one file.
    private static func resampled(megabytes: Int) -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wen-bench-\(megabytes)MB")
        let file = folder.appendingPathComponent("sample.txt")
        if FileManager.default.fileExists(atPath: file.path) { return folder.path }
        let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../seeds")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: seeds.path)) ?? []
        let texts = names.compactMap { try? String(contentsOf: seeds.appendingPathComponent($0), encoding: .utf8) }
        let lines = texts.flatMap { $0.split(separator: "\n").dropFirst(5).map(String.init) }
        var state: UInt64 = 19_991_012
        var text = ""
        var article = 0
        while text.utf8.count < megabytes << 20 {
            article += 1
            text += "### 抽样 \(article)\n\n1999-10-12\n第1版(抽样)\n专栏：\n\n"
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += lines[Int(state >> 33) % lines.count] + "\n"
            }
            text += "\n"
        }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? text.write(to: file, atomically: true, encoding: .utf8)
        return folder.path
    }
}
