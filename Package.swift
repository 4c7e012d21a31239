// swift-tools-version: 6.2
import PackageDescription

// Targets from the top row of the architecture to the bottom; each depends only on rows below its own
// (ARCHITECTURE.md draws the arrows).
// The C library is linked statically: loading it would be a third of the time to the first screen.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let themeFiles = [
  "default-dark", "default-light", "mono", "high-contrast", "colour-blind-safe", "solarized-dark",
  "solarized-light", "gruvbox-dark", "nord", "catppuccin-mocha", "dracula",
]

let package = Package(
  name: "Pullquote",
  products: [
    .executable(name: "pullquote", targets: ["pullquote"]),
    .library(
      name: "PullquoteArticle",
      targets: ["ArticleModel", "ArticleParsing", "ArticleAnalysis", "ArticleExport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "pullquote",
      dependencies: [
        "ReaderViews", "ArticleSources", "ArticleLibrary", "ReaderCore", "ArticleParsing", "ArticleAnalysis",
        "ArticleExport",
        "CursesBackend", "ArticleLayout", "Themes", "TerminalUI", "ArticleModel", "TerminalText", "CNcurses",
        "CHyphen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Documentation"], resources: [.embedInCode("Sample/sample.html")], swiftSettings: strict),

    .target(
      name: "ReaderViews",
      dependencies: ["ReaderCore", "ArticleLayout", "Themes", "TerminalUI", "ArticleModel", "TerminalText"],
      swiftSettings: strict),
    .target(
      name: "ArticleSources", dependencies: ["ArticleParsing", "ArticleModel", "HTMLTree", "CCurl"],
      swiftSettings: strict
    ),

    .target(
      name: "ReaderCore",
      dependencies: ["ArticleLayout", "TerminalUI", "ArticleModel", "TerminalText", "SettingsText"],
      swiftSettings: strict),
    .target(
      name: "ArticleParsing", dependencies: ["ArticleModel", "TerminalText", "HTMLTree", "XMLTree", "CZlib"],
      swiftSettings: strict),
    .target(name: "ArticleAnalysis", dependencies: ["ArticleModel"], swiftSettings: strict),
    .target(
      name: "ArticleLibrary", dependencies: ["ArticleModel", "CSQLite", "CZlib"], swiftSettings: strict),
    .target(name: "ArticleExport", dependencies: ["ArticleModel", "TerminalText"], swiftSettings: strict),
    .target(name: "CursesBackend", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: strict),

    .target(
      name: "ArticleLayout", dependencies: ["TerminalUI", "ArticleModel", "TerminalText"],
      swiftSettings: strict),
    .target(
      name: "Themes", dependencies: ["TerminalUI", "SettingsText"], path: "Themes",
      resources: themeFiles.map { .embedInCode("\($0).toml") }, swiftSettings: strict),

    .target(name: "TerminalUI", dependencies: ["TerminalText"], swiftSettings: strict),

    .target(name: "ArticleModel", swiftSettings: strict),
    .target(name: "TerminalText", swiftSettings: strict),
    .target(name: "SettingsText", swiftSettings: strict),
    .target(name: "HTMLTree", swiftSettings: strict),
    .target(name: "XMLTree", dependencies: ["CExpat"], swiftSettings: strict),
    .target(name: "CHyphen", linkerSettings: [.linkedLibrary(":libhyphen.a")]),
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary(":libncursesw.a"), .linkedLibrary(":libtinfo.a")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary(":libexpat.a")]),

    .target(name: "CCurl"),
    .target(
      name: "CSQLite", linkerSettings: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary(":libz.a")]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ArticleModelTests", dependencies: ["TestSupport", "ArticleModel"], swiftSettings: strict),
    .testTarget(
      name: "SettingsTextTests", dependencies: ["TestSupport", "SettingsText"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTextTests", dependencies: ["TestSupport", "TerminalText"], swiftSettings: strict),
    .testTarget(name: "HTMLTreeTests", dependencies: ["TestSupport", "HTMLTree"], swiftSettings: strict),
    .testTarget(name: "XMLTreeTests", dependencies: ["TestSupport", "XMLTree"], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TestSupport", "TerminalUI", "TerminalText"],
      swiftSettings: strict),
    .testTarget(
      name: "ThemesTests", dependencies: ["TestSupport", "Themes", "TerminalUI"], swiftSettings: strict),
    .testTarget(
      name: "ArticleLayoutTests",
      dependencies: ["TestSupport", "ArticleLayout", "TerminalUI", "ArticleModel", "TerminalText"],
      swiftSettings: strict),
    .testTarget(
      name: "ArticleParsingTests", dependencies: ["TestSupport", "ArticleParsing", "ArticleModel"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ArticleAnalysisTests",
      dependencies: ["TestSupport", "ArticleAnalysis", "ArticleParsing", "ArticleModel"],
      exclude: ["Threads"], swiftSettings: strict),
    .testTarget(
      name: "ArticleExportTests", dependencies: ["ArticleExport", "ArticleModel"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "ReaderTests",
      dependencies: [
        "TestSupport",
        "ReaderViews", "ReaderCore", "ArticleParsing", "ArticleAnalysis", "ArticleExport", "ArticleLayout",
        "Themes", "TerminalUI",
        "ArticleModel",
      ], exclude: ["Goldens", "Scripts", "ShelfGoldens"], swiftSettings: strict),
    .testTarget(
      name: "ArticleSourcesTests", dependencies: ["TestSupport", "ArticleSources"], swiftSettings: strict),
    .testTarget(
      name: "ArticleLibraryTests", dependencies: ["TestSupport", "ArticleLibrary", "ArticleModel"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "pullquote"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
