/// The words that the figure rules of English look at, besides numbers, units and hedges.
enum EnglishFigureWords {
  static let classes: [(WordClass, String)] = [
    (.countedMore, "other more additional new extra further most least such own different separate"),
    (
      .countedModifier,
      """
      injured wounded missing dead alive total combined more fewer less most least daily weekly monthly yearly annual overall
      left live lost broken hidden stolen chosen fallen unbeaten winning losing leading following remaining existing
      growing working running living flying missing opening closing surviving ongoing outstanding best set cut hurt back away
      cheaper higher lower bigger smaller larger older younger longer shorter faster slower better worse stronger weaker
      old new good strong high low wide long deep tall
      separate alleged straight successive consecutive single top early late big small large major minor
      """
    ),
    (
      .lyAdjective,
      """
      friendly early elderly family families likely deadly costly lonely ugly lively lovely silly bodily rally assembly supply ally
      reply july italy jelly belly bully butterfly monopoly anomaly orderly scholarly cowardly heavenly worldly unfriendly
      curly hourly quarterly fortnightly
      """
    ),
    (
      .irregularPlural,
      """
      people men women children feet teeth mice geese lice oxen police cattle staff aircraft spacecraft deer sheep fish
      species offspring alumni data criteria phenomena bacteria personnel folk youth dice livestock salmon shrimp
      """
    ),
    (
      .singularForm,
      """
      news gas lens christmas bus campus virus census canvas atlas texas always across perhaps besides sometimes thus
      this his hers ours yours theirs is was has does goes plus versus minus yes less unless towards afterwards upwards
      downwards backwards overseas james charles paris thomas jesus wales las los
      """
    ),
    (
      .phraseEnd,
      """
      cheaper higher lower bigger smaller larger older younger longer shorter faster slower better worse stronger weaker apiece
      aboard abroad ashore ready shy meet engage understand agree disagree look looks seem seems feel feels mean means like
      old new good strong high low wide long deep tall
      """
    ),
    (
      .kindNoun,
      """
      door way speed bed bedroom bedroomed star cylinder figure digit wheel wheeled wheeler seater legged sided
      pronged ply stroke string stringed size stop dimensional time timer handed horse tier track piece part
      off
      """
    ),
    (.afterTime, "earlier ago before later after old prior previously"),
    (
      .ratedThing,
      """
      share head person night piece dozen pop game ounce match season bottle ticket seat unit vote plate pack ride visit
      shift session class song book copy trip pop household student pupil child vehicle car passenger room bushel go time
      """
    ),
    (
      .moneyWord,
      """
      cost costs costing spend spends spent spending pay pays paid paying worth price priced prices fined fine earn earns
      earned earning sell sells sold buy buys bought fee fees salary wage wages sum debt debts loan loans bill bills profit
      profits revenue revenues turnover deal budget funding fund funds invest invested investment donated raised tax taxes
      owe owes owed cash savings saved bonus compensation damages
      """
    ),
    (
      .currencyCode,
      "aed kwd qar sar egp ngn kes huf czk ron bgn isk twd idr vnd thb myr pkr bdt lkr ils uah kzt ca au sg sgd"
    ),
    (.label, "ftse nikkei stoxx russell fortune sp csi topix hang sensex formula"),
    (.dayPart, "morning afternoon evening night noon midnight tonight midday dawn dusk"),
    (.timeZone, "gmt utc est edt pst pdt cst cdt mst mdt cet cest bst ist aest aedt et pt hst jst"),
    (
      .rising,
      """
      rose rise rises rising risen grew grow grows growing grown gained gain gains gaining climbed climb climbs climbing jumped
      jump jumps jumping surged surge surges surging soared soar soars soaring increased increase increases increasing advanced
      advances advancing rallied rally rallies spiked spike spikes leapt leaped leap leaps up higher rebounded rebound
      expanded expands expanding swelled improved improves accelerated doubled tripled quadrupled trebled doubling tripling
      ticked edged upped boosted boost boosts boosting raised raise raises raising hiked hike
      """
    ),
    (
      .falling,
      """
      fell fall falls falling fallen dropped drop drops dropping declined decline declines declining slid slide slides sliding
      lost loses losing slipped slip slips slipping tumbled tumble tumbles plunged plunge plunges plunging plummeted plummet
      plummeting decreased decrease decreases decreasing down lower shed sheds sank sink sinks sinking sunk shrank shrink
      shrinks shrinking shrunk dipped dip dips dipping cut cuts cutting reduced reduce reduces reducing slumped slump slashed
      eased eases retreated crashed halved halving contracted weakened trimmed narrowed dived tanked
      """
    ),
  ]

  /// Verbs that multiply what they speak of.
  static let factorVerbs: [(String, Int64)] = [
    ("doubled", 2), ("doubling", 2), ("tripled", 3), ("tripling", 3), ("trebled", 3), ("trebling", 3),
    ("quadrupled", 4), ("quadrupling", 4), ("quintupled", 5),
  ]
}
