// swift-tools-version: 6.2
import PackageDescription

// Benchmarks in a package of their own, so that the program does not depend on what they need.

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "wen", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "WenBenchmarks",
            dependencies: [
                .product(name: "WenQuery", package: "wen"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/WenBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
