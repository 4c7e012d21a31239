import ArticleLayout
import ArticleModel
import TerminalUI

/// Everything the screen depends on.
///
/// Changed only by `Reader.update` and `Reader.settle`; a frame is a function of this state and a theme. The flows inside are caches of
/// layout: what they answer depends on the article, the width and what is folded.
public struct ReaderState {
  /// How far reading the source has come.
  public enum Progress: Hashable, Sendable {
    /// Nothing is there yet; carries what is being opened.
    case opening(String)
    /// The beginning is there, the rest is being read.
    case partial
    /// Everything is there.
    case complete
    /// It could not be read; carries the message.
    case failed(String)
  }

  /// What the reader works with; keys and the names of themes change when the user's files do.
  public internal(set) var configuration: ReaderConfiguration
  /// What the user's configuration says.
  var settings = Settings()
  /// The size of the screen.
  public internal(set) var size: Size
  /// How far reading has come.
  public internal(set) var progress: Progress
  /// The number of the load whose results are wanted.
  public internal(set) var generation = 1

  /// The article pane.
  public internal(set) var article: ArticlePane
  /// The comments pane; `nil` when there is no discussion.
  public internal(set) var comments: ThreadPane?
  /// The third column.
  public internal(set) var index = IndexPane()
  /// What the comments refer to.
  public internal(set) var references = ReferenceIndex.none
  /// Whether each pane shows what the selection of the other one refers to.
  public internal(set) var isFollowing = false
  /// The entries of lists, made when they are first asked for.
  public internal(set) var entries: ArticleIndex

  /// The pane with the focus.
  public internal(set) var focus = Pane.article
  /// The user's choice of arrangement.
  public internal(set) var arrangement = Arrangement.automatic
  /// Whether the focused pane takes the whole screen.
  public internal(set) var isMaximized = false
  /// How far the divider between columns was moved.
  public internal(set) var columnShift = 0
  /// How far the divider between rows was moved.
  public internal(set) var rowShift = 0
  /// The widest article text.
  public internal(set) var textWidth = 72
  /// The geometry of the screen; kept up to date by `refit()`.
  public internal(set) var layout: ScreenLayout

  /// What the reader had seen when they left the article the last time.
  var lastVisit: Visit?
  /// The highlight that the next press of Delete deletes.
  var doomedHighlight: Highlight?
  /// The discussions elsewhere that the page links to, or that were found without being asked for.
  var linkedDiscussions: [FoundDiscussion] = []
  /// The discussions elsewhere that were found.
  public internal(set) var discussions: [FoundDiscussion] = []
  /// The passages that the user highlighted, in the order in which they did.
  public internal(set) var highlights: [Highlight] = []
  /// What lies over the panes, the topmost last.
  public internal(set) var overlays: [Overlay] = []
  /// The line being typed.
  public internal(set) var prompt: Prompt?
  /// Whether the words in the prompt were not searched for yet; see `Reader.settle`.
  var isSearchDue = false
  /// What was typed into prompts before.
  var history = PromptHistory()
  /// The search that `n` goes on with.
  public internal(set) var search: ActiveSearch?
  /// Keys typed so far of a longer sequence.
  public internal(set) var pendingKeys: [Key] = []
  /// Keys that wait for an article, or for the rest of it.
  var heldKeys: [Key] = []
  /// What is known about the thread besides what it carries itself.
  public internal(set) var facts = ThreadFacts()
  /// The order and the filter of the discussion that the user wants; it may still be on its way.
  public internal(set) var arrangementRequest = ThreadArrangement.Request.source
  /// The author whose comments are highlighted, by the thread's number.
  public internal(set) var highlightedAuthor: Int32?
  /// Whether the user asked for divided words and is told when they are there.
  var tellsHyphenation = false
  /// The picture that was drawn last, by its block.
  public internal(set) var drawnPicture: (block: Int, cells: PictureCells)?
  /// Letters on links, while one of them is being chosen.
  public internal(set) var hints: [LinkHint] = []
  /// The letters of a link typed so far.
  public internal(set) var typedHint = ""
  /// The paragraph that the linear mode shows, and the first of its rows on the screen.
  var linearPosition = 0
  var linearTop = 0
  /// The selection and the match that it followed last.
  var linearSeen: (selection: ArticleSelection?, match: TextRange?) = (nil, nil)
  /// The number typed before a command.
  public internal(set) var count: Int?
  /// What the next letter is for.
  public internal(set) var awaited: AwaitedLetter?
  /// The last motion that can be repeated, and the one the other way, by their commands' names.
  var lastMotion: (forward: String, backward: String)?
  /// The places that jumps left.
  public internal(set) var jumps = JumpList()
  /// The places that have a letter.
  var marks: [(letter: Character, place: ReadingPlace)] = []
  /// A line for the user, until the next key.
  public internal(set) var message: Message?
  /// The theme in use, by name.
  public internal(set) var themeName: String
  /// What the article is known by in the library; `nil` while it is not kept.
  public internal(set) var fingerprints: ArticleFingerprints?
  /// The blocks of the article that were not there at the last visit.
  public internal(set) var changedBlocks: Set<Int> = []
  /// How often the reader was told of an earlier visit; what is new shows in many places.
  public internal(set) var revisits = 0
  /// Whether the user has done anything: then coming back to an old place would take them away from theirs.
  var hasMoved = false
  /// The divider that the mouse holds.
  var draggedDivider: Pane?
  /// The pane whose scrollbar the mouse holds.
  var draggedScrollbar: Pane?

  /// What a letter is waited for.
  public enum AwaitedLetter: Hashable, Sendable {
    /// The letter of a mark for this place.
    case markToSet
    /// The letter of a mark to go to.
    case markToFind
  }

  /// A line for the user.
  public struct Message: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Whether something went wrong.
    public var isError = false
    /// Whether it tells how far something has come, and is of no use once it is done.
    var isProgress = false
  }

  /// Makes the state of a reader that waits for an article.
  ///
  /// - Parameters:
  ///   - configuration: What stays the same.
  ///   - size: The size of the screen.
  ///   - name: What is being opened, for the user.
  ///   - themeName: The theme in use.
  ///   - textWidth: The widest article text, when the user wants another than the usual one.
  ///   - settings: What the user's configuration says.
  public init(
    configuration: ReaderConfiguration, size: Size, opening name: String, themeName: String,
    textWidth: Int? = nil, settings: Settings = Settings()
  ) {
    self.settings = settings
    if let width = textWidth ?? settings.width { self.textWidth = width }
    if let layout = settings.layout { arrangement = layout }
    if let order = settings.order { arrangementRequest.order = order }
    self.configuration = configuration
    self.size = size
    self.themeName = themeName
    progress = .opening(name)
    let empty = Article(source: ArticleSource(location: .stream, format: .text))
    article = ArticlePane(article: empty, glyphs: configuration.glyphs)
    entries = ArticleIndex(empty)
    layout = ScreenLayout(ScreenLayout.Input(size: size, hasThread: false))
  }

  /// Computes the geometry anew and fits the panes into it; after anything that may change a pane's size.
  mutating func refit() {
    var input = ScreenLayout.Input(
      size: size, arrangement: configuration.isLinear ? .single : arrangement, isMaximized: isMaximized,
      focus: focus,
      hasThread: comments != nil,
      textWidth: textWidth, columnShift: columnShift, rowShift: rowShift)
    layout = ScreenLayout(input)
    fitPanes()
    if layout.arrangement == .stacked, let rows = layout.article?.height, rowShift == 0 {
      // A short article gives the rows that it does not need to the discussion.
      let needed = article.flow.distance(from: article.flow.start, to: article.flow.end, limit: rows) + 1
      if needed < rows {
        input.articleRows = needed
        layout = ScreenLayout(input)
        fitPanes()
      }
    }
    if layout.rect(of: focus) == nil, let first = layout.panes.first { focus = first }
  }

  private mutating func fitPanes() {
    if configuration.isLinear {
      // Words from edge to edge, for there is nothing beside them.
      article.fit(width: min(textWidth, size.width), rows: max(1, size.height - 2))
      comments?.fit(width: size.width, rows: max(1, size.height - 2))
      return
    }
    if let rect = layout.article {
      article.fit(width: ScreenLayout.textColumns(in: rect, textWidth: textWidth).width, rows: rect.height)
    }
    if let rect = layout.comments { comments?.fit(width: rect.width, rows: rect.height) }
    if let rect = layout.index { index.rows = max(0, rect.height - 1) }
  }

  /// Tells the user something until the next key.
  mutating func say(_ text: String, isError: Bool = false) { message = Message(text: text, isError: isError) }
}
