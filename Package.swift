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
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // L0
        .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        layer("SourceText"),
        layer("Documents"),
        // L1
        layer("QuerySyntax", ["SourceText"]),
        layer("DocumentFormats", ["Documents", "SourceText", "CMark", "CLibYAML", "CSimdJSON"]),
        layer("LineEditing", ["CLibEdit"]),
        layer("PatternMatching", ["Documents", "CPCRE2"]),
        // L2
        layer("QueryLanguage", ["QuerySyntax", "PatternMatching", "Documents", "SourceText"]),
        // L3
        layer("QueryEngine", ["QueryLanguage", "QuerySyntax", "PatternMatching", "Documents", "SourceText"]),
        layer("Rendering", ["QueryLanguage", "Documents", "SourceText"]),
        // L4
        layer(
            "ShellSession",
            [
                "QueryEngine", "Rendering", "QueryLanguage", "QuerySyntax", "DocumentFormats", "LineEditing",
                "PatternMatching", "Documents", "SourceText",
            ]),
        // L5
        .executableTarget(
            name: "wen",
            dependencies: ["ShellSession", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        .target(name: "TestTerminal", dependencies: ["LineEditing"], path: "Tests/TestTerminal", swiftSettings: strict),
        tests("SourceText", ["SourceText"]),
        tests("QuerySyntax", ["QuerySyntax", "SourceText"]),
        tests("DocumentFormats", ["DocumentFormats", "Documents", "SourceText"]),
        tests("LineEditing", ["LineEditing", "TestTerminal"]),
        tests("PatternMatching", ["PatternMatching", "Documents"]),
        tests("Rendering", ["Rendering", "QueryLanguage", "Documents", "SourceText"]),
        tests("QueryLanguage", ["QueryLanguage", "QueryEngine", "QuerySyntax", "Documents", "SourceText"]),
        tests(
            "QueryEngine",
            [
                "QueryEngine", "QueryLanguage", "QuerySyntax", "DocumentFormats", "Documents", "SourceText",
            ]),
        tests("ShellSession", ["ShellSession", "QueryEngine", "QueryLanguage", "QuerySyntax", "SourceText"]),
        tests("Structure", ["ShellSession", "QueryEngine", "QueryLanguage", "QuerySyntax", "Documents", "SourceText"]),
        tests("Wen", ["wen", "ShellSession", "QueryLanguage", "LineEditing", "TestTerminal"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
