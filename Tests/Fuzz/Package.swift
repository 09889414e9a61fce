// swift-tools-version: 6.2
import PackageDescription

// The fuzzer in a package of its own: built with the fuzzer's instrumentation everywhere (see the Makefile), it would slow
// the program down, and it links a runtime that only the compiler's own distribution has.

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "wen", path: "../..")],
    targets: [
        .executableTarget(
            name: "fuzz", dependencies: [.product(name: "FuzzTargets", package: "wen")],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ],
    swiftLanguageModes: [.v6]
)
