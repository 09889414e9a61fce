import Benchmark
import DocumentFormats
import Documents
import QueryEngine
import QueryLanguage

private let queries = [
    "section 新的任务 | grep 党员", "sents | where len > 100 | sort len desc | head 5", "find 从…入手 | kwic width=10",
    "sents | grep 党员 | intersect (sents | grep 群众) | count", "freq 群众, 党员 by=section per=万字",
    "paras | derive 次数 = count(党员 or 群众) | sort 次数 desc | head 1",
]

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(5))

    Benchmark("parse and bind a query") { benchmark in
        let environment = BindingEnvironment(commands: commandTable)
        for index in benchmark.scaledIterations {
            blackHole(bind(queries[index % queries.count], in: environment))
        }
    }

    Benchmark("read the sample") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(ArchiveReader().open([Sample.shared.folder])) }
    }

    for document in FormatSample.documents() {
        let rate = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)
        Benchmark("read \(document.format)", configuration: .init(metrics: [.wallClock, rate])) { benchmark in
            for _ in benchmark.scaledIterations {
                let start = ContinuousClock.now
                blackHole(ArchiveReader().open([document.path]))
                let (seconds, attoseconds) = start.duration(to: .now).components
                let nanoseconds = max(1, Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
                benchmark.measurement(rate, document.bytes * 1000 / nanoseconds)
            }
        }
    }

    for (name, query) in [
        ("grep a literal", "grep 社会主义 | count"), ("grep a gap", "grep 以…为… | count"),
        ("grep a regular expression", "grep /第[一二三四五六七八九十]+[章条]/ | count"),
    ] {
        Benchmark(name) { benchmark in
            let archive = ArchiveReader().open([Sample.shared.folder])
            let bound = bind(query, in: BindingEnvironment(commands: commandTable))
            guard case .pipeline(let plan)? = bound.statements.first else { return }
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations {
                let context = EvaluationContext(archive: archive, cancellation: Cancellation(), commands: commandTable)
                blackHole(try? Evaluator(context: context).run(plan))
            }
        }
    }
}
