import ArticleModel
import ArticleParsing

/// The article that ships in the program, with its discussion.
enum Sample {
  /// The name that stands for it where a source is named; no file can be called that.
  static let name = "\u{0}sample"

  /// The sample as a source to be read.
  static var request: ParseRequest {
    ParseRequest(bytes: SourceBytes(PackageResources.sample_html), location: .sample, format: .html)
  }
}
