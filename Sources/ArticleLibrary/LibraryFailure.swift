/// Why a library cannot be used; the message is one line: what, why, what to do.
public enum LibraryFailure: Error, Hashable, Sendable {
  /// There is no folder for it, and none can be made; carries the folder and why.
  case noFolder(String, String)
  /// The file or its folder cannot be written to.
  case readOnly(String)
  /// The disk is full.
  case full
  /// The file is damaged and could not be moved aside.
  case damaged(String)
  /// The file is no library of this program.
  case foreign(String)
  /// A newer version of this program wrote it.
  case newer(String)
  /// Another program holds it for too long.
  case busy
  /// There is no such article.
  case noArticle(Int64)
  /// A line that is to be imported is no article; carries why.
  case badLine(String)
  /// Something else; carries SQLite's words.
  case other(String)

  /// What happened, why, and what to do.
  public var message: String {
    switch self {
    case .noFolder(let folder, let why):
      "the library cannot be kept: \(folder) cannot be made (\(why)); set XDG_DATA_HOME to a folder of yours"
    case .readOnly(let path):
      "the library cannot be written to: \(path) is read-only; reading goes on and nothing is kept"
    case .full:
      "the disk is full: nothing was kept; make room, or set a limit with pullquote library settings"
    case .damaged(let path): "the library is damaged: \(path); move it away, a new one is made then"
    case .foreign(let path): "\(path) is no library of Pullquote and was left alone; move it away"
    case .newer(let path): "\(path) was written by a newer Pullquote and was left alone; update the program"
    case .busy: "another program holds the library for too long; close it and try again"
    case .noArticle(let id):
      "there is no article \(id) in the library; pullquote library list shows the numbers"
    case .badLine(let why): "\(why); give what pullquote library export puts out"
    case .other(let words): "the library failed: \(words)"
    }
  }

  init(_ problem: DatabaseProblem, path: String) {
    switch problem.kind {
    case .full: self = .full
    case .readOnly: self = .readOnly(path)
    case .damaged: self = .damaged(path)
    case .busy: self = .busy
    case .cannotOpen: self = .noFolder(path, problem.words)
    case .constraint, .other: self = .other(problem.words)
    }
  }
}
