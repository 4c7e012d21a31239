extension Keymap {
  /// The keys that Pullquote ships with.
  public static let standard: Keymap = {
    var keymap = Keymap()
    for (command, keys) in table {
      for key in keys { keymap.bind(key, to: command) }
    }
    return keymap
  }()

  private static let table: [(command: String, keys: [String])] = [
    ("move-down", ["j", "down"]),
    ("move-up", ["k", "up"]),
    ("half-page-down", ["d", "ctrl-d"]),
    ("half-page-up", ["u", "ctrl-u"]),
    ("page-down", ["space", "ctrl-f", "page-down"]),
    ("page-up", ["b", "ctrl-b", "page-up"]),
    ("go-to-start", ["g g", "home"]),
    ("go-to-end", ["G", "end"]),

    ("focus-next-pane", ["tab"]),
    ("focus-previous-pane", ["shift-tab"]),
    ("focus-article", ["1"]),
    ("focus-comments", ["2"]),
    ("show-quotes", ["3", "'"]),
    ("show-figures", ["4", "#"]),
    ("show-outline", ["5", "t"]),
    ("cycle-layout", ["w"]),
    ("maximize-pane", ["O"]),
    ("move-divider-left", ["<"]),
    ("move-divider-right", [">"]),

    ("next-quote", [")", "] q"]),
    ("previous-quote", ["(", "[ q"]),
    ("next-figure", ["}", "] f"]),
    ("previous-figure", ["{", "[ f"]),
    ("next-quote-by-speaker", ["] s"]),
    ("previous-quote-by-speaker", ["[ s"]),
    ("next-heading", ["] h"]),
    ("previous-heading", ["[ h"]),
    ("next-picture", ["] p"]),
    ("previous-picture", ["[ p"]),
    ("next-link", ["] l"]),
    ("previous-link", ["[ l"]),
    ("repeat-jump", [";"]),
    ("repeat-jump-backward", [","]),

    ("toggle-fold", ["enter", "z a"]),
    ("fold-or-parent", ["h", "left"]),
    ("unfold", ["l", "right"]),
    ("fold-thread", ["z c"]),
    ("unfold-thread", ["z o"]),
    ("fold-all", ["z M"]),
    ("unfold-all", ["z R"]),
    ("fold-level-more", ["H"]),
    ("fold-level-less", ["L"]),
    ("fold-to-level-1", ["z 1"]),
    ("fold-to-level-2", ["z 2"]),
    ("fold-to-level-3", ["z 3"]),
    ("fold-to-level-4", ["z 4"]),
    ("fold-to-level-5", ["z 5"]),
    ("fold-to-level-6", ["z 6"]),
    ("fold-to-level-7", ["z 7"]),
    ("fold-to-level-8", ["z 8"]),
    ("fold-to-level-9", ["z 9"]),
    ("fold-chain", ["x"]),
    ("next-sibling", ["J"]),
    ("previous-sibling", ["K"]),
    ("go-to-parent", ["p"]),
    ("go-to-root", ["^"]),

    ("search", ["/"]),
    ("next-match", ["n"]),
    ("previous-match", ["N"]),
    ("clear", ["escape"]),

    ("next-theme", ["T"]),
    ("wider-text", ["+", "="]),
    ("narrower-text", ["-"]),
    ("show-boilerplate", ["B"]),
    ("help", ["?", "f1"]),

    ("redraw", ["ctrl-l"]),
    ("suspend", ["ctrl-z"]),
    ("close", ["q"]),
    ("quit", ["ctrl-c"]),
  ]
}
