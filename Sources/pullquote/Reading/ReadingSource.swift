import ArticleModel
import ArticleSources

/// What is opened, told by its name on the command line.
enum ReadingSource {
  /// The sample that ships with the program.
  case sample
  /// A file, or `-` for standard input.
  case file(String)
  /// An address on the web.
  case address(WebAddress)
  /// An article of the library, by its number.
  case kept(Int64)

  /// What stands before the number of an article of the library.
  static let keptPrefix = "library:"

  init(_ name: String) {
    if name == Sample.name {
      self = .sample
    } else if name.hasPrefix(Self.keptPrefix), let id = Int64(name.dropFirst(Self.keptPrefix.count)) {
      self = .kept(id)
    } else if name.utf8.prefix(6).contains(UInt8(ascii: ":")), let address = WebAddress(name) {
      self = .address(address)
    } else {
      self = .file(name)
    }
  }

  /// The name for the user; credentials are no part of it.
  var shownName: String {
    switch self {
    case .sample: "the sample"
    case .file("-"): "standard input"
    case .file(let path): path
    case .address(let address): address.text
    case .kept(let id): "article \(id) of the library"
    }
  }
}

extension ArticleSource.Location {
  /// The path of a file.
  var path: String? { if case .path(let path) = self { path } else { nil } }
}
