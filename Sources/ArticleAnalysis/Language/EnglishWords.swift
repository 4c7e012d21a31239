/// The small words of English, and the words around its figures.
enum EnglishWords {
  static let classes: [(WordClass, String)] = [
    (
      .adverb,
      """
      also then later once now still again even just has had have did does do will would repeatedly further recently often earlier
      reportedly previously never always first simply actually himself herself themselves itself quickly finally thus could
      """
    ),
    (
      .determiner,
      """
      the a an one another his her their its some many two three several this these those other both most my our your
      each every
      """
    ),
    (.pronoun, "he she they it i we you someone somebody everyone everybody nobody anyone"),
    (.possessivePronoun, "his her"),
    (.relative, "who which"),
    (.coordinator, "and but or then"),
    (.definite, "the"),
    (.linkingPreposition, "of for at in from with to on"),
    (.opening, "later after before earlier ago on in"),
    (
      .preposition,
      """
      of for at in from with to on by about against during near after before over under into through than like among
      between within without toward towards despite upon via per across behind around
      """
    ),
    (
      .boundary,
      """
      that as when while because but and or if where which though although since so who whom whose what how why is was are
      were be been not until unless yet being
      """
    ),
    (.auxiliary, "was were is are be been being to a an the his her of not get got"),
    (
      .abbreviation,
      "jr sr st inc co corp ltd no vs jan feb aug sept oct nov dec approx dept etc mt ft al u.s u.k u.n"
    ),
    (.month, "january february march april may june july august september october november december"),
    (.month, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (
      .weekday,
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    ),
    (
      .organisation,
      """
      ministry committee department agency council party commission association university institute company corporation bank union
      group inc corp co ltd foundation office bureau authority court senate congress house times post news journal police campaign
      administration government center centre board federation league club army forces service services society network press
      state states nations street security affairs studies college institution hospital team coalition alliance caucus staff
      nation empire republic parliament commons department's programme times' bureau embassy airlines systems holdings partners
      associates capital media radio television studios tribune magazine review herald
      """
    ),
    (
      .neverName,
      """
      indeed perhaps typically moreover however meanwhile still instead later earlier then now today yesterday tonight also but
      and or so yet for when while after before since as if though although because once asked speaking in on at by from with
      during despite among until toward calling according yes no not what why how where who they he she he'd she'd it this that these
      those there here some many most one both another all any every each republican democratic democrat republicans democrats
      united states white the a an of to his her their our my your its i we you under over about last next such more
      first second finally recently neither nobody regarding everyone someone somebody anyone anybody everybody none back amid close such inside outside along given unlike beyond below above near besides few several ever already nearly let's nevertheless nonetheless additionally furthermore overall like only even just well thanks
      """
    ),
    (.timePreposition, "in since until till by before after during from around circa of between and through"),
    (
      .time,
      "monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    ),
    (
      .time,
      "september october november december today yesterday tonight tomorrow morning evening afternoon night week month year"
    ),
    (.nameParticle, "de la von van bin al el der den du da dos del ibn ter ten di le y"),
    (
      .label,
      """
      page pages p pp section sections chapter part category type phase level room route flight no number channel line item
      article paragraph clause rule highway interstate exit gate platform apartment apt suite building figure fig table
      volume vol issue episode season model size grade formation division district ward zone area group unit world windows
      psalm verse step stage week day tier version v mark box lot bus track game round lane row seat house title act scene appendix chap
      ref eq equation sec ch op theorem resolution proposition amendment bill form code class block hall studio junction terminal series gates posts post year years' sequel pad launchpad
      """
    ),
    (
      .phraseEnd,
      """
      is are was were be been being has have had having do does did will would can could may might must shall should not also
      live lives lived say says said work works worked make makes made take takes took get gets got go goes went come comes came
      see sees saw seen know knows knew want wants wanted think thinks vote voted votes remain remains remained stay stayed become
      became die died dies kill killed kills injure injured hurt fell fall falls rose rise rises risen grew grow grows increased
      increase decreased dropped drop drops gained lost lose loses won win wins beat beats support supports supported
      oppose opposed back backed believe believes agree agreed agrees disagree disagreed according including compared versus
      followed following left leave leaves returned return joined join start started began begin begins end ended ends needed need
      needs gave give gives given held hold holds kept keep keeps put puts set sets sold sell sells bought buy buys paid pay pays
      ran run runs told tell tells used use uses reported affected displaced arrested detained charged wounded missing dead alive ago
      away apart later earlier before after since until there here then now so very too just only even still already yet again
      if when while because as than that which who whom whose where why how and or but nor for to of in on at by with from about
      into over under between through during without within against among across along around behind beyond near off out up
      down upon via per plus minus each every all both either neither any some none no the a an this these those it its they
      them their he him his she her we us our you your i me my next last today yesterday tomorrow yesterday's annually
      daily weekly monthly yearly overall total combined respectively alone together instead more less fewer most least
      available whether though although until unless despite regardless due thanks such what
      tested took received reached showed shows show scored score scores allowed completed rushed threw caught passed
      attended participated responded watched visited traveled travelled voted registered identified expected estimated
      """
    ),
    (
      .currencyCode,
      "usd eur gbp jpy chf cad aud inr cny rmb sek nok dkk hkd nzd sgd zar rub krw brl mxn pln us hk nz nt rs rm"
    ),
    (.telephone, "phone telephone tel fax mobile hotline helpline dial whatsapp cell cellphone"),
    (.street, "street st lane road avenue ave drive boulevard blvd court place square terrace way"),
  ]
}
