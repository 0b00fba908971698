// swift-tools-version: 6.2
import PackageDescription

// The table of DESIGN in code: a target imports only what its row names. The Makefile builds with
// `--explicit-target-dependency-import-check error`, so the compiler keeps the table.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ target: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(target)Tests",
    dependencies: [.byName(name: target)] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "nastavnik",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Nastavnik", targets: ["Problems", "Solvers", "Verification", "Policies"]),
    .executable(name: "nastavnik", targets: ["nastavnik"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CLanes"),
    library("Problems", ["CLanes"]),
    library("Solvers", ["Problems", "CLanes"]),
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    library("GLPKBackend", ["Problems", "Solvers", "CGLPK"]),
    library("Verification", ["Problems"]),
    .target(name: "CSodium", linkerSettings: [.linkedLibrary("sodium")]),
    library("InstanceFiles", ["Problems", "CSodium"]),
    library("Mentorship"),
    library("Policies", ["Problems", "Solvers", "GLPKBackend", "Mentorship"]),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CXlsxWriter"),
    .systemLibrary(name: "CStemmer"),
    .target(
      name: "Documents",
      dependencies: ["Mentorship", "Yams", "CZip", "CExpat", "CXlsxWriter", "CStemmer"],
      // In the code itself, so that one file is the whole programme.
      resources: [.embedInCode("Resources")], swiftSettings: settings),
    library(
      "Office",
      [
        "Problems", "Solvers", "GLPKBackend", "Verification", "InstanceFiles", "Mentorship",
        "Policies", "Documents",
      ]),
    .executableTarget(
      name: "nastavnik",
      dependencies: [
        "Office", "InstanceFiles", "Problems", "Mentorship", "Policies",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "BenchmarkSupport", dependencies: ["Problems", "InstanceFiles"],
      path: "benchmarks/common/Sources", swiftSettings: settings),
    .executableTarget(
      name: "assignment-benchmark",
      dependencies: ["Problems", "Solvers", "Verification", "InstanceFiles", "BenchmarkSupport"],
      path: "benchmarks/assignment/Sources", swiftSettings: settings),
    .executableTarget(
      name: "program-benchmark",
      dependencies: [
        "Problems", "Solvers", "Verification", "InstanceFiles", "Policies", "BenchmarkSupport",
      ],
      path: "benchmarks/programs/Sources", swiftSettings: settings),
    .executableTarget(
      name: "explain-benchmark",
      dependencies: ["Problems", "Solvers", "Policies", "BenchmarkSupport"],
      path: "benchmarks/explain/Sources", swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Problems", "Solvers", "GLPKBackend", "Verification"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("Problems", ["TestSupport"]),
    tests("Solvers", ["Problems", "Verification", "TestSupport"]),
    tests("GLPKBackend", ["Problems", "Solvers", "Verification", "TestSupport"]),
    tests("Verification", ["Problems"]),
    tests("InstanceFiles", ["Problems", "Verification"]),
    tests("Mentorship", ["TestSupport"]),
    tests("Policies", ["Problems", "Solvers", "Verification", "Mentorship", "TestSupport"]),
    .target(
      name: "FuzzSupport",
      dependencies: ["Office", "Mentorship", "Problems", "InstanceFiles", "TestSupport"],
      path: "Tests/FuzzSupport", swiftSettings: settings),
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzSupport"], path: "Tests/Fuzz", swiftSettings: settings),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzSupport"], exclude: ["Corpus"],
      swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "Mentorship", "FuzzSupport", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    tests(
      "Office",
      [
        "Problems", "Solvers", "InstanceFiles", "Mentorship", "Policies", "Verification",
        "TestSupport", "FuzzSupport",
      ]),
    tests("nastavnik"),
  ]
)
