import QueryLanguage

/// One JSON array of the objects that `renderJSONLines` describes.
struct JSONArray: ExportFormat {
    let name = "json"
    let fileExtension = "json"

    func write(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
        try JSONRendering(layout: .array, limit: nil).write(result, to: sink)
    }
}

/// An object a line, as `--json` writes them.
struct JSONLines: ExportFormat {
    let name = "jsonl"
    let fileExtension = "jsonl"

    func write(_ result: QueryResult, _ options: RenderOptions, to sink: @escaping TextSink) throws -> Summary {
        try JSONRendering(layout: .lines, limit: nil).write(result, to: sink)
    }
}
