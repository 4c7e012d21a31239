import ArticleModel
import ArticleSources
import ReaderCore

/// Looks for discussions of the article elsewhere, and fetches the one that is chosen, in the background.
struct DiscussionFinder: Sendable {
  let mailbox: Mailbox
  let userAgent: String?
  let cancellation: FetchCancellation
  /// Keeps a discussion that was fetched with its article; `nil` in private mode.
  let keeper: ArticleKeeper?

  /// Asks the services.
  func find(_ address: WebAddress?, generation: Int) {
    guard let address else {
      mailbox.post(.notice("this article has no address on the web to look for"))
      return
    }
    BackgroundWork.start {
      let search = DiscussionSearch(fetcher: WebFetcher(userAgent: userAgent))
      let (found, failures) = search.find(address, cancellation: cancellation)
      let choices = found.map { DiscussionChoice($0) }
      mailbox.post(.discussionsFound(choices, failures: failures, generation: generation))
    }
  }

  /// Fetches a discussion and shows it beside the article.
  func open(_ choice: DiscussionChoice, beside article: Article, generation: Int) {
    guard let address = WebAddress(choice.address) else { return }
    BackgroundWork.start {
      let found = FoundDiscussion(
        system: choice.system, title: choice.title, comments: choice.comments, thread: address)
      do throws(FetchFailure) {
        let (part, diagnostics) = try WebSource(fetcher: WebFetcher(userAgent: userAgent)).thread(
          found, cancellation: cancellation)
        guard let thread = ArticleAssembly.thread(from: part)?.decoded(), !thread.isEmpty else {
          mailbox.post(.notice("the discussion on \(choice.system) has no comments that could be read"))
          return
        }
        mailbox.post(.threadLoaded(thread, generation: generation))
        if let problem = diagnostics.first { mailbox.post(.notice(problem.message)) }
        keeper?.add(part, thread: thread, to: article)
      } catch {
        mailbox.post(.notice("\(choice.system) \(error.reason)"))
      }
    }
  }
}

extension DiscussionChoice {
  /// What a list shows of a discussion.
  init(_ found: FoundDiscussion) {
    self.init(system: found.system, title: found.title, comments: found.comments, address: found.thread.text)
  }
}
