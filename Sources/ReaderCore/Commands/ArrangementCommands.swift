import ArticleModel

/// The order of the discussion, and which comments of it are shown.
enum ArrangementCommands {
  static let all: [Command] = [
    Command(
      "next-order", "Next order: \(ThreadOrder.allCases.map(\.name).joined(separator: ", "))", .thread
    ) { state in
      guard let comments = state.comments else {
        state.say("this article has no discussion")
        return []
      }
      let orders = ThreadOrder.allCases
      let current = orders.firstIndex(of: state.arrangementRequest.order) ?? 0
      var request = state.arrangementRequest
      request.order =
        (orders[(current + 1)...] + orders[...current]).first {
          state.facts.orders[$0].map { !$0.isEmpty }
            ?? $0.isUseful(for: comments.source, references: state.facts.references)
        } ?? .source
      return arrange(request, &state)
    },
    Command(
      "filter-comments", "Show some comments: words, @author, has:ref, is:new, is:op, score:>5", .thread
    ) {
      state in
      guard state.comments != nil else {
        state.say("this article has no discussion")
        return []
      }
      state.prompt = Prompt(.filter, text: state.arrangementRequest.filter?.text ?? "")
      return []
    },
  ]

  /// A thread of fewer comments is arranged at once, a larger one in the background, unless its order is known already.
  private static let mostAtOnce = 5000

  /// Sets the filter that was typed; an empty one shows all comments.
  static func filter(_ text: String, _ state: inout ReaderState) -> [Effect] {
    do throws(ThreadFilter.Problem) {
      var request = state.arrangementRequest
      request.filter = try ThreadFilter(text)
      return arrange(request, &state)
    } catch {
      state.say(error.message, isError: true)
      return []
    }
  }

  /// Shows the discussion in an order, through a filter.
  static func arrange(_ request: ThreadArrangement.Request, _ state: inout ReaderState) -> [Effect] {
    guard let comments = state.comments else { return [] }
    state.arrangementRequest = request
    if request == .source {
      state.comments?.arrange(nil)
      state.say("all comments, \(request.order.title)")
      return []
    }
    let isOrdered = request.filter == nil && state.facts.orders[request.order] != nil
    guard isOrdered || comments.source.count <= mostAtOnce else {
      state.say("arranging \(comments.source.commentCount) comments")
      return [.arrange(request)]
    }
    show(
      ThreadArrangement(request, of: comments.source, facts: state.facts, index: comments.searchIndex), &state
    )
    return []
  }

  /// Shows an arrangement; one without comments is told and not shown.
  static func show(_ arrangement: ThreadArrangement, _ state: inout ReaderState) {
    guard arrangement.foundCount > 0 else {
      state.say("no comment matches \(arrangement.request.filter?.text ?? "")", isError: true)
      state.arrangementRequest = state.comments?.arrangement?.request ?? .source
      return
    }
    guard let all = state.comments?.source.commentCount else { return }
    state.comments?.arrange(arrangement)
    let order = arrangement.request.order.title
    state.say(
      arrangement.request.filter == nil ? order : "\(arrangement.foundCount) of \(all) comments, \(order)")
    if arrangement.request.filter != nil, state.focus != .comments { state.focus(on: .comments) }
  }
}
