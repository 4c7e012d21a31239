// swift-tools-version: 6.2
import PackageDescription

// Rows of the architecture, top to bottom; a target depends only on rows below its own (ARCHITECTURE.md).
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Pullquote",
  products: [
    .library(
      name: "PullquoteArticle",
      targets: ["ArticleModel", "ArticleParsing", "ArticleAnalysis", "ArticleExport"])
  ],
  targets: [
    .target(
      name: "ArticleParsing", dependencies: ["ArticleModel", "TerminalText", "CHTML"], swiftSettings: strict),
    .target(name: "ArticleAnalysis", dependencies: ["ArticleModel"], swiftSettings: strict),
    .target(name: "ArticleExport", dependencies: ["ArticleModel", "TerminalText"], swiftSettings: strict),
    .target(name: "ArticleModel", swiftSettings: strict),
    .target(name: "TerminalText", swiftSettings: strict),
    .target(name: "CHTML", linkerSettings: [.linkedLibrary("gumbo")]),

    .testTarget(name: "ArticleModelTests", dependencies: ["ArticleModel"], swiftSettings: strict),
    .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"], swiftSettings: strict),
    .testTarget(
      name: "ArticleParsingTests", dependencies: ["ArticleParsing", "ArticleModel"], swiftSettings: strict),
    .testTarget(
      name: "ArticleAnalysisTests", dependencies: ["ArticleAnalysis", "ArticleParsing", "ArticleModel"],
      swiftSettings: strict),
    .testTarget(
      name: "ArticleExportTests", dependencies: ["ArticleExport", "ArticleModel"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
