import ArticleModel
import ArticleParsing
import ArticleSources
import Dispatch
import Glibc
import Synchronization

/// Reads the files of a folder on all cores, for a list to choose from.
struct FolderListing {
  /// What was found.
  struct Found {
    /// The first article of each file that could be read.
    var articles: [Article] = []
    /// Their files, by their full paths.
    var files: [String] = []
    /// Why the others could not be read, a line each.
    var failures: [String] = []

    /// Why there is nothing to list.
    var failure: String {
      failures.count == 1
        ? "is a folder with one file, and that is not read: \(failures[0])"
        : "is a folder with \(failures.count) files, none of which can be read; name one of them to see why"
    }

    /// The list of a folder.
    func collection(of folder: String) -> ArticleCollection {
      let path = SourceFolder.fullPath(folder) ?? folder
      let note: String? =
        failures.isEmpty
        ? nil
        : failures.count == 1
          ? "not listed: \(failures[0])" : "\(failures.count) files are not listed; one is \(failures[0])"
      return ArticleCollection(
        title: path.split(separator: "/").last.map(String.init) ?? path, articles: articles, files: files,
        note: note)
    }
  }

  let files: [String]
  let format: InputFormat?
  let cancellation: FetchCancellation

  /// Reads the files; stops with what there is when that is asked for.
  ///
  /// - Parameter progress: Told how many are done, ten times a second at most, on any thread.
  /// - Returns: What was found, in the order of the files.
  func read(progress: @escaping @Sendable (Int) -> Void) -> Found {
    let results = Mutex([Result<Article, ListingFailure>?](repeating: nil, count: files.count))
    let done = Mutex((count: 0, tenths: 0))
    let next = Atomic(0)
    let workers = max(1, min(files.count, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while !cancellation.isCancelled {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < files.count else { return }
        let result = article(of: files[index])
        results.withLock { $0[index] = result }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let tenths = now.tv_sec * 10 + now.tv_nsec / 100_000_000
        let count: Int? = done.withLock { done in
          done.count += 1
          guard done.tenths != tenths else { return nil }
          done.tenths = tenths
          return done.count
        }
        if let count { progress(count) }
      }
    }
    var found = Found()
    for (file, result) in zip(files, results.withLock { $0 }) {
      switch result {
      case nil: break
      case .success(let article):
        found.articles.append(article)
        found.files.append(SourceFolder.fullPath(file) ?? file)
      case .failure(let failure): found.failures.append(failure.message)
      }
    }
    return found
  }

  private struct ListingFailure: Error {
    let message: String
  }

  /// What a file is listed as: its first article, and without a title its name.
  private func article(of path: String) -> Result<Article, ListingFailure> {
    do throws(SourceFailure) {
      let bytes = try SourceReader().read(.path(path))
      do throws(ParseError) {
        let articles = try ArticleParser().parseAll(
          ParseRequest(bytes: bytes, location: .path(path), format: format))
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var article = articles[0]
        // What is set aside is not listed.
        article.boilerplate = []
        if articles.count > 1 {
          article.title = "\(article.site ?? name) (\(articles.count) articles)"
          article.thread = nil
        } else if article.title?.isEmpty ?? true {
          article.title = name
        }
        return .success(article)
      } catch {
        return .failure(ListingFailure(message: "\(path): \(error.message)"))
      }
    } catch {
      return .failure(ListingFailure(message: error.message))
    }
  }
}
