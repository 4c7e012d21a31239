extension Keymap {
  /// The keys that Pullquote ships with.
  public static let standard = Keymap(
    text: #"""
      move-down  j  down
      move-up  k  up
      half-page-down  d  ctrl-d
      half-page-up  u  ctrl-u
      page-down  space  ctrl-f  page-down
      page-up  b  ctrl-b  page-up
      go-to-start  g g  home
      go-to-end  G  end

      jump-back  ctrl-o  backspace
      jump-forward  alt-o
      set-mark  m
      go-to-mark  `

      focus-next-pane  tab
      focus-previous-pane  shift-tab
      focus-article  1
      focus-comments  2
      show-quotes  3  '
      show-figures  4  #
      show-outline  5  t
      show-quoted-words  6  "
      show-speakers  @
      show-links  U
      show-pictures  P
      show-authors  A
      show-diagnostics  E
      cycle-layout  w
      maximize-pane  O
      move-divider-left  <
      move-divider-right  >

      next-quote  )  ] q
      previous-quote  (  [ q
      next-figure  }  ] f
      previous-figure  {  [ f
      next-quote-by-speaker  ] s
      previous-quote-by-speaker  [ s
      next-heading  ] h
      previous-heading  [ h
      next-picture  ] p
      previous-picture  [ p
      next-link  ] l
      previous-link  [ l
      repeat-jump  ;
      repeat-jump-backward  ,

      toggle-fold  enter  z a
      fold-or-parent  h  left
      unfold  l  right
      fold-thread  z c
      unfold-thread  z o
      fold-all  z M
      unfold-all  z R
      fold-level-more  H
      fold-level-less  L
      fold-to-level-1  z 1
      fold-to-level-2  z 2
      fold-to-level-3  z 3
      fold-to-level-4  z 4
      fold-to-level-5  z 5
      fold-to-level-6  z 6
      fold-to-level-7  z 7
      fold-to-level-8  z 8
      fold-to-level-9  z 9
      fold-chain  x
      next-sibling  J
      previous-sibling  K
      go-to-parent  p
      go-to-root  ^

      peek-at-parent  i
      highlight-author  a
      next-by-author  ] a
      previous-by-author  [ a
      next-order  S
      filter-comments  \
      next-new-comment  ] n
      previous-new-comment  [ n
      find-discussions  D
      highlight  v
      show-highlights  g v

      go-to-reference  g d
      go-to-comments  g c
      next-referring-comment  g C  ] r
      previous-referring-comment  [ r
      follow-references  f
      show-unmatched  g u

      search  /
      search-everywhere  g /
      next-match  n
      previous-match  N
      clear  escape

      copy-quote  y q
      copy-comment  y c
      copy-link  y l
      copy-paragraph  y p
      export  s
      pipe  |
      open-in-browser  o
      hint-links  F
      open-in-editor  g e
      open-in-pager  V

      next-theme  T
      choose-theme  g t
      justify  g j
      hyphenate  g h
      draw-picture  I
      wider-text  +  =
      narrower-text  -
      show-boilerplate  B
      help  ?  f1

      next-article  ] e
      previous-article  [ e
      reload  R
      stop-loading  ctrl-g
      command-line  :
      redraw  ctrl-l
      suspend  ctrl-z
      close  q
      quit  ctrl-c
      """#)
}
