// swift-tools-version: 6.2
import PackageDescription

// One-way layers, lowest first; Tests/StructureTests holds the arrows to docs/architecture.md.

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "wen",
    products: [
        .executable(name: "wen", targets: ["wen"]),
        .library(
            name: "WenQuery", targets: ["QueryEngine", "QueryLanguage", "QuerySyntax", "DocumentFormats", "PatternMatching", "Documents"]),
        // For the nested package that fuzzes.
        .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // L0
        .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
        .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CLessons"),
        layer("SourceText"),
        layer("Pinyin"),
        layer("Statistics"),
        layer("WordSegmentation"),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CDivSufSort", pkgConfig: "libdivsufsort", providers: [.apt(["libdivsufsort-dev"])]),
        // L1
        layer("Documents", ["SourceText"]),
        layer("QuerySyntax", ["SourceText"]),
        layer("LineEditing", ["CLibEdit", "Pinyin"]),
        layer("MappedFiles", ["CXXHash"]),
        // L2
        layer(
            "DocumentFormats", ["Documents", "MappedFiles", "SourceText", "CZlib", "CLZMA", "CMinizip", "CMark", "CLibYAML", "CSimdJSON"]),
        layer("PatternMatching", ["Documents", "CPCRE2"]),
        layer("ValueRecognition", ["Documents"]),
        layer("InformationExtraction", ["Documents"]),
        layer("StringAnalysis", ["Documents", "MappedFiles", "CDivSufSort"]),
        layer("ArchiveIndexing", ["Documents", "MappedFiles", "SourceText"]),
        // L3
        layer("QueryLanguage", ["QuerySyntax", "PatternMatching", "ValueRecognition", "Documents", "SourceText"]),
        // L4
        layer(
            "QueryEngine",
            [
                "QueryLanguage", "QuerySyntax", "PatternMatching", "ValueRecognition", "InformationExtraction", "StringAnalysis",
                "Statistics", "WordSegmentation", "Documents", "SourceText",
            ]),
        layer("Rendering", ["QueryLanguage", "Documents", "SourceText"]),
        // L5
        layer(
            "ShellSession",
            [
                "QueryEngine", "Rendering", "QueryLanguage", "QuerySyntax", "DocumentFormats", "ArchiveIndexing", "LineEditing",
                "PatternMatching", "MappedFiles", "Documents", "SourceText", "CLessons", "Pinyin",
            ]),
        // L6
        .executableTarget(
            name: "wen",
            dependencies: ["ShellSession", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        .target(name: "TestTerminal", dependencies: ["LineEditing"], path: "Tests/TestTerminal", swiftSettings: strict),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "ShellSession", "QueryEngine", "Rendering", "QueryLanguage", "QuerySyntax", "DocumentFormats", "PatternMatching",
                "Documents", "SourceText",
            ], path: "Tests/Fuzz/Targets", swiftSettings: strict),
        // How well headings are found: `make headings`.
        .executableTarget(
            name: "measure-headings", dependencies: ["DocumentFormats", "Documents"], path: "Tests/MeasureHeadings", swiftSettings: strict),
        tests("SourceText", ["SourceText"]),
        tests("Pinyin", ["Pinyin"]),
        tests("Statistics", ["Statistics"]),
        tests("WordSegmentation", ["WordSegmentation"]),
        tests("MappedFiles", ["MappedFiles"]),
        tests("StringAnalysis", ["StringAnalysis", "Documents"]),
        tests("ArchiveIndexing", ["ArchiveIndexing", "DocumentFormats", "MappedFiles", "Documents"]),
        tests("QuerySyntax", ["QuerySyntax", "SourceText"]),
        tests("DocumentFormats", ["DocumentFormats", "FuzzTargets", "Documents", "SourceText"]),
        tests("LineEditing", ["LineEditing", "TestTerminal"]),
        tests("PatternMatching", ["PatternMatching", "Documents"]),
        tests("ValueRecognition", ["ValueRecognition", "Documents"]),
        tests("InformationExtraction", ["InformationExtraction", "DocumentFormats", "Documents"]),
        tests("Rendering", ["Rendering", "QueryLanguage", "Documents", "SourceText"]),
        tests(
            "QueryLanguage",
            ["QueryLanguage", "QueryEngine", "QuerySyntax", "ValueRecognition", "Documents", "SourceText"]),
        tests(
            "QueryEngine",
            [
                "QueryEngine", "QueryLanguage", "QuerySyntax", "ArchiveIndexing", "DocumentFormats", "Documents", "SourceText",
            ]),
        tests("ShellSession", ["ShellSession", "ArchiveIndexing", "QueryEngine", "QueryLanguage", "QuerySyntax", "SourceText"]),
        tests("Structure", ["ShellSession", "QueryEngine", "QueryLanguage", "QuerySyntax", "Documents", "SourceText"]),
        tests("Fuzzing", ["FuzzTargets", "SourceText"]),
        tests("Wen", ["wen", "ShellSession", "QueryLanguage", "LineEditing", "TestTerminal"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
