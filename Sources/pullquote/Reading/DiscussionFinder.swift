import ArticleModel
import ArticleSources
import ReaderCore

/// Looks for discussions of the article elsewhere, and fetches the one that is chosen, in the background.
struct DiscussionFinder: Sendable {
  let mailbox: Mailbox
  let fetching: FetchConfiguration
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
      let (found, failures) = fetching.search.find(address, cancellation: cancellation)
      mailbox.post(.discussionsFound(found, failures: failures, generation: generation))
    }
  }

  /// Fetches a discussion and shows it beside the article.
  func open(_ choice: FoundDiscussion, beside article: Article, generation: Int) {
    BackgroundWork.start {
      do throws(FetchFailure) {
        let (part, diagnostics) = try fetching.source.thread(
          choice, cancellation: cancellation)
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
