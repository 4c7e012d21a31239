import TerminalUI
import Testing

@Suite("Scopes and their stacks")
struct ScopeTests {
  @Test("Every scope has a name of its own that leads back to it")
  func names() {
    var seen: Set<String> = []
    for scope in Scope.allCases {
      #expect(seen.insert(scope.name).inserted, "\(scope.name) names two scopes")
      #expect(Scope(name: scope.name) == scope)
    }
    #expect(Scope(name: "") == nil)
    #expect(Scope(name: "quote.speaker.9") == nil)
  }

  @Test("A scope falls back to the longest known beginning of its name")
  func fallbacks() {
    #expect(Scope.quoteSpeaker3.fallback == .quoteSpeaker)
    #expect(Scope.quoteSpeaker.fallback == .quote)
    #expect(Scope.quote.fallback == nil)
    #expect(Scope.textDim.fallback == .text)
    for scope in Scope.allCases {
      guard let fallback = scope.fallback else { continue }
      #expect(scope.name.hasPrefix(fallback.name + "."))
    }
  }

  @Test("Speakers take eight colours and levels six, then they begin again")
  func cycles() {
    #expect(Set((0..<8).map(Scope.speaker)).count == 8)
    #expect(Set((0..<6).map(Scope.depth)).count == 6)
    for index in 0..<100 {
      #expect(Scope.speaker(index) == Scope.speaker(index + 8))
      #expect(Scope.speaker(index).fallback == .quoteSpeaker)
      #expect(Scope.depth(index) == Scope.depth(index + 6))
      #expect(Scope.depth(index).fallback == .threadDepth)
    }
  }

  @Test("A stack keeps its scopes bottom first, and the last eight of them")
  func stackOrder() {
    let stack = ScopeStack(.text, .link, .quoteSpeaker2, .figure)
    #expect(stack.scopes == [.text, .link, .quoteSpeaker2, .figure])
    #expect(stack.pushing(.searchMatch).scopes == [.text, .link, .quoteSpeaker2, .figure, .searchMatch])
    #expect(ScopeStack().scopes.isEmpty)
    var pushed: [Scope] = []
    var long = ScopeStack()
    for scope in Scope.allCases.prefix(20) {
      long.push(scope)
      pushed.append(scope)
      #expect(long.scopes == pushed.suffix(8))
    }
  }
}
