import QueryLanguage

/// A format of the command `to`. A format is one file and one line of `exportFormats`.
public protocol ExportFormat: Sendable {
    /// What is typed after `to`: `csv`.
    var name: String { get }
    /// The ending of file names, without the point.
    var fileExtension: String { get }
    /// Writes the whole of a result; `options.language` decides the language of headers, and drawings and pages say
    /// `options.caption`; nothing else does anything: exports are neither cut nor coloured. Throws what the result and the sink throw.
    func write(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary
}

/// The formats of `to`, in the order help lists them.
public let exportFormats: [any ExportFormat] = [
    CSV(),
    TSV(),
    JSONArray(),
    JSONLines(),
    Markdown(),
    HTML(),
    SVG(),
]

/// The format called `name`, or nil.
public func exportFormat(named name: String) -> (any ExportFormat)? {
    exportFormats.first { $0.name == name }
}
