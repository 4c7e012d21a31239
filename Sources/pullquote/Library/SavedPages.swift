import ArticleAnalysis
import ArticleLibrary
import ArticleModel
import ArticleParsing
import ArticleSources
import Glibc

/// Saved pages on their way into a library.
enum SavedPages {
  /// The files that names stand for: files, and all that lies in folders, in the order of their names.
  ///
  /// Hidden files are left out, links to folders are not followed.
  static func files(in names: [String]) -> [String] {
    var files: [String] = []
    var waiting = Array(names.reversed())
    while let name = waiting.popLast() {
      var status = stat()
      guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(name) else {
        files.append(name)
        continue
      }
      defer { closedir(folder) }
      var inside: [String] = []
      while let entry = readdir(folder) {
        let part = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !part.hasPrefix(".") { inside.append(name.hasSuffix("/") ? name + part : "\(name)/\(part)") }
      }
      waiting += inside.sorted(by: >)
    }
    return files
  }

  /// Reads a file and finds what is searched in it.
  static func read(_ path: String) -> Result<KeptArticle, IntakeFailure> {
    do throws(SourceFailure) {
      let bytes = try SourceReader().read(.path(path))
      do throws(ParseError) {
        var article = try ArticleParser().parse(ParseRequest(bytes: bytes, location: .path(path)))
        AnalysisPipeline().analyze(&article)
        let full = realpath(path, nil).map { pointer in
          defer { free(pointer) }
          return String(cString: pointer)
        }
        return .success(
          KeptArticle(
            article, key: "file:" + (full ?? path), address: full ?? path,
            sources: [bytes.withBytes { PackedPart(SourcePart(address: full ?? path), bytes: $0) }]))
      } catch {
        return .failure(IntakeFailure(message: "\(path): \(error.message)"))
      }
    } catch {
      return .failure(IntakeFailure(message: error.message))
    }
  }

  /// Fetches an address with its thread.
  static func fetch(_ address: WebAddress, from source: WebSource) -> Result<KeptArticle, IntakeFailure> {
    do throws(FetchFailure) {
      let fetched = try source.load(address)
      do throws(ParseError) {
        var article = try ArticleAssembly.article(from: fetched.parts, diagnostics: fetched.diagnostics)
        AnalysisPipeline().analyze(&article)
        return .success(
          KeptArticle(
            article, key: fetched.address.comparisonKey, address: fetched.address.text,
            sources: fetched.parts.map { PackedPart($0) }
          ))
      } catch {
        return .failure(IntakeFailure(message: "\(address.text): \(error.message)"))
      }
    } catch {
      return .failure(IntakeFailure(message: "\(address.text) \(error.reason)"))
    }
  }

  /// Reads an article of an exported library.
  static func read(_ line: LibraryLine) -> Result<KeptArticle, IntakeFailure> {
    do throws(ParseError) {
      var article = try ArticleAssembly.article(from: line.sources, location: .path(line.address))
      AnalysisPipeline().analyze(&article)
      return .success(
        KeptArticle(
          article, key: line.key, address: line.address, sources: line.sources.map { PackedPart($0) }))
    } catch {
      return .failure(IntakeFailure(message: "\(line.address): \(error.message)"))
    }
  }
}
