import DocumentFormats
import Documents
import QueryEngine
import QueryLanguage
import Rendering

/// The document that queries without one of their own are asked of.
private let example = """
    ### 加强基层组织建设
    甲乙
    1999-10-12
    第11版(党的建设)
    专栏：本期特稿

    　　编者的话：“社区党建，大有可为。”他强调，要把社区党建抓好。
    　　一、新的任务
    　　从加大党建力度入手，巩固党员的基础（见《意见》）。以人为本，一九九七年七月有３项任务。
    　　（一）党员
    　　为人民服务！有党员的地方就有党组织……
    ### 第二篇

    1998-02
    第1版()
    专栏：

    　　近几年来，群众工作有群众的特点。
    """

private let environment = BindingEnvironment(commands: commandTable)

/// A query over a document: an answer or a failure, the same with the optimizer and without, and nothing that a terminal
/// would act upon. Cut off after a second and a megabyte.
func brokenEvaluation(_ input: [UInt8]) -> String? {
    let (query, document) = divided(input, default: Array(example.utf8))
    let bound = bind(String(decoding: query.prefix(2000), as: UTF8.self), in: environment)
    guard bound.diagnostics.isEmpty else { return nil }
    let archive = ArchiveReader(workers: .alone).open(Text(copying: document), named: "input")
    for case .pipeline(let plan) in bound.statements {
        let optimized = rendered(optimize(plan), archive, renderTerminal)
        if let text = optimized.text, let harmful = harmfulScalar(in: text) { return "\(harmful) at a terminal" }
        let plain = rendered(plan, archive, renderTerminal)
        if let a = optimized.text, let b = plain.text, a != b { return "the optimizer changes the answer" }
    }
    return nil
}

/// Queries that show all there is of a document, over any document, in all ways of output.
func brokenRendering(_ input: [UInt8]) -> String? {
    let archive = ArchiveReader(workers: .alone).open(Text(copying: input), named: String(decoding: input.prefix(20), as: UTF8.self))
    guard archive.articleCount > 0 else { return nil }
    for plan in everything {
        if let text = rendered(plan, archive, renderTerminal).text, let harmful = harmfulScalar(in: text) {
            return "\(plan.text): \(harmful) at a terminal"
        }
        if let text = rendered(plan, archive, renderPipe).text, let harmful = harmfulScalar(in: text, allowing: ["\n", "\t"]) {
            return "\(plan.text): \(harmful) over a pipe"
        }
        if let text = rendered(plan, archive, renderJSONLines).text, let harmful = harmfulScalar(in: text) {
            return "\(plan.text): \(harmful) in JSON"
        }
    }
    return nil
}

private let everything: [Plan] = [
    "files", "info", "outline", "articles", "sections", "paras", "sents", "show", "articles | cite", "kwic /./ | head 5",
    "find /./ | head 5",
    "quotes", "articles | count by=title,author,column",
].flatMap { query in
    bind(query, in: environment).statements.compactMap { if case .pipeline(let plan) = $0 { plan } else { nil } }
}

private typealias Renderer = (QueryResult, RenderOptions, @escaping TextSink) throws -> Summary

/// More was written than anybody reads.
private struct Enough: Error {}

/// What a plan prints; no text where it failed or was cut off.
private func rendered(_ plan: Plan, _ archive: Archive, _ render: Renderer) -> (text: String?, isCut: Bool) {
    let cancellation = Cancellation()
    let context = EvaluationContext(archive: archive, cancellation: cancellation, commands: commandTable)
    var text = ""
    return Deadline.shared.limit(cancellation) {
        do {
            guard case .result(let result) = try Evaluator(context: context).run(plan) else { return (nil, false) }
            _ = try render(result, RenderOptions(width: 60)) { piece in
                text += piece
                if text.utf8.count > 1 << 20 { throw Enough() }
            }
            return (text, false)
        } catch {
            return (nil, true)
        }
    }
}
