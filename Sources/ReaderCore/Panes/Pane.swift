/// A part of the screen that can have the focus.
public enum Pane: Hashable, Sendable, CaseIterable {
  /// The article.
  case article
  /// The comment thread.
  case comments
  /// The third column: quotes, figures, outline or quoted words.
  case index
}

/// What the third column and the lists show.
public enum IndexKind: Hashable, Sendable, CaseIterable {
  /// Quotes by speaker.
  case quotes
  /// Figures in reading order.
  case figures
  /// Headings.
  case outline
  /// Titles, terms and other words in quotation marks that nobody says.
  case quotedWords
  /// Who is quoted, and how much.
  case speakers
  /// Links of the article.
  case links
  /// Pictures of the article.
  case pictures
  /// Who wrote comments.
  case authors
  /// What went wrong while reading.
  case diagnostics

  /// The name on screen.
  public var title: String {
    switch self {
    case .quotes: "Quotes"
    case .figures: "Figures"
    case .outline: "Outline"
    case .quotedWords: "Words"
    case .speakers: "Speakers"
    case .links: "Links"
    case .pictures: "Pictures"
    case .authors: "Authors"
    case .diagnostics: "Problems"
    }
  }

  /// What its entries are, in the plural.
  var plural: String {
    switch self {
    case .quotes: "quotes"
    case .figures: "figures"
    case .outline: "headings"
    case .quotedWords: "quoted words that are no speech"
    case .speakers: "speakers"
    case .links: "links"
    case .pictures: "pictures"
    case .authors: "authors of comments"
    case .diagnostics: "problems"
    }
  }
}

/// How the panes share the screen.
public enum Arrangement: Hashable, Sendable, CaseIterable {
  /// By the size of the terminal.
  case automatic
  /// One pane; the focus decides which.
  case single
  /// The article above the discussion.
  case stacked
  /// The article beside the discussion.
  case sideBySide
  /// Article, discussion and index beside one another.
  case threeColumns

  /// The name on screen.
  public var title: String {
    switch self {
    case .automatic: "automatic"
    case .single: "one pane"
    case .stacked: "stacked"
    case .sideBySide: "side by side"
    case .threeColumns: "three columns"
    }
  }
}
