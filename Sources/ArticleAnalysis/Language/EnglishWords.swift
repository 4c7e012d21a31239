/// The word lists of English for the quote rules.
enum EnglishWords {
  static let classes: [(WordClass, String)] = [
    (
      [.speechVerb, .invertible],
      """
      said says say added adds wrote writes tweeted tweets asked asks continued continues explained explains noted notes argued
      argues insisted insists warned warns replied replies responded responds declared declares acknowledged acknowledges admitted
      admits announced announces asserted asserts boasted boasts claimed claims commented comments conceded concedes concluded
      concludes confirmed confirms contended contends countered counters cautioned cautions complained complains exclaimed gushed
      interjected joked jokes lamented laments maintained maintains mused observed observes pointed posted predicted predicts
      proclaimed pleaded pledged pleads quipped quips recalled recalls remarked remarks remembered repeated reported reports retorted
      shouted shouts stated states stressed stresses suggested suggests emphasised emphasized emphasizes testified testifies urged
      vented vowed vows wondered wonders yelled emailed screamed chanted chants whispered muttered murmured growled sighed cried cries
      agreed agrees answered answers protested scoffed opined intoned demanded demands ordered begged advised retweeted published
      chimed went reasoned ventured volunteered clarified reiterated relayed sang thundered crowed snapped hissed grumbled wailed
      enthused deadpanned blogged texted echoed fumed riffed seethed sniped barked bellowed croaked hinted hints implored
      marvelled marveled mouthed opines pronounced rallied rejoined sneered sobbed spat stammered stuttered thunders tweeted wept
      argue claim explain insist warn note write reply respond declare acknowledge admit announce complain confirm contend
      predict recall remark suggest agree boast joke concede conclude lament observe
      """
    ),
    (
      .speechVerb,
      """
      told tells tell called calls call accused accuses urges talked spoke speaks cited cites described describes assured
      reminded referred refers promised promises informed mocked praised blasted slammed criticized criticised denounced dubbed
      hammered labeled labelled portrayed quoted quotes thinks thought think believes believed hailed thanked branded dismissed
      deemed derided decried blamed questioned ridiculed rejected condemned defended denied denies lashed lauded ripped touted vows
      slams slam rips rip blasts blast praises praise mocks mock knocks knocked lashes cheered cheers chided chides dub dubs
      decries hails heralds heralded likened likens touts trumpets trumpeted condemns denounces describe criticizes
      found finds find revealed reveals concluded exhorted encouraged groused griped bemoaned bemoans
      characterizes characterized compared invoked used uses wants wanted feels felt hopes hoped knows signed read reads laughed smiled nodded
      """
    ),
    (
      .speechParticiple,
      """
      saying adding telling calling noting arguing asking insisting writing claiming citing describing suggesting stating
      remarking explaining tweeting warning declaring accusing referring chanting admitting reporting joking concluding promising
      urging predicting boasting quoting replying responding commenting shouting yelling recalling complaining pointing stressing
      emphasizing questioning dubbing labeling branding denouncing
      """
    ),
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
    (.pronoun, "he she they it i we you"),
    (.masculine, "he"),
    (.feminine, "she"),
    (.relative, "who which"),
    (.coordinator, "and but or then"),
    (.sourceMarker, "according"),
    (.definite, "the"),
    (.opening, "later after before earlier ago on in"),
    (
      .finiteVerb,
      """
      is are was were has had have did does do will would can could may might must should went goes came comes took takes made makes
      got gets gave gives saw sees found finds held holds kept keeps ran runs won wins lost loses put puts sent sends stood stands
      became becomes began begins brought brings met meets left leaves led leads drew draws fell falls rose rises grew grows sat sits
      spent spends paid pays hit  tried tries seems seemed  showed appears appeared  offered refused refuses issued
       released releases attacked  used   turned  moved  joined  worked  played 
      launched  delivered  opened opens closed closes started  ended  returned  arrived arrives
      visited  supported  opposed opposes failed fails helped  pushed pushes pulled pulls followed 
      received  signed  voted  broke  built builds bought buys caught chose chooses cut  did drove
       fought  flew  forgot gathered hosted  knew knows landed  let lets  lived  looked 
      mentioned mentions needed  passed  raised  remained remains served serves set  shook shot sold sells
      struck  swept talked threw throws understood wore wears
      """
    ),
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
      [.title, .abbreviation],
      "mr mrs ms dr sen sens rep reps gov gen lt col rev prof sgt capt adm maj hon messrs fr cpl det pres"
    ),
    (
      .title,
      """
      senator senators representative congressman congresswoman governor president vice minister secretary speaker judge justice
      general colonel major captain lieutenant sergeant admiral reverend professor doctor chancellor chairman chairwoman director
      officer detective sheriff archbishop bishop cardinal pope king queen prince princess mayor ambassador sir lord lady dame
      commissioner councillor councilman councilwoman deputy premier inspector constable superintendent chief miss coach
      commander rabbi imam sheikh attorney prosecutor spokesman spokeswoman spokesperson ceo cfo mp congressmember comrade
      nurse father sister brother emperor ayatollah corporal principal dean provost treasurer manager
      """
    ),
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
      .role,
      """
      spokesman spokeswoman spokesperson spokespeople official officials aide aides critic critics expert experts analyst analysts
      supporter supporters organizer organizers organiser prosecutor prosecutors police source sources adviser advisers advisor
      witness witnesses resident residents neighbour neighbor neighbors researcher researchers scientist scientists author authors
      lawyer lawyers attorney attorneys minister ministers president director chief chairman chairwoman secretary professor farmer
      manager owner founder economist economists investigator investigators officer officers candidate candidates voter voters
      leader leaders member members teacher teachers doctor doctors nurse student students reporter reporters journalist editor
      activist activists campaigner campaigners historian engineer pilot coach captain mayor governor senator senators lawmakers
      executive executives strategist consultant pollster worker workers driver drivers protester protesters treasurer surveyor
      father mother brother sister son daughter wife husband friend friends colleague colleagues man woman people anchor host
      moderator operative insider judge commissioner deputy representative negotiator diplomat diplomats ambassador commander
      authorities firefighters employee employees customer customers investor investors trader traders veteran veterans
      """
    ),
    (
      .work,
      """
      book books film films movie movies show shows song songs album albums series column magazine documentary titled entitled novel
      play poem painting episode article essay memoir podcast single musical opera sitcom game programme program paper report
      exhibition ballad anthem hit bestseller drama comedy thriller host author starring autobiography commentary newscast radio broadcast blog hashtag
      """
    ),
    (
      .utterance,
      """
      accusation accusations advice allegation allegations announcement answer answers apology appeal argument assertion boast call
      calls chant chants charge charges claim claims comment comments complaint complaints conclusion confession criticism cry cries
      declaration description dig exclamation explanation insistence joke jokes lament line message messages motto note plea pledge
      pledges phrase phrases post promise promises proposal question questions quip quote quotes reaction rebuke refrain remark
      remarks reply response retort saying sentence shout shouts slogan slogans statement statements suggestion tweet tweets verdict
      vow warning warnings word words
      """
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
      first second finally recently neither nobody regarding everyone someone somebody anyone anybody everybody none back amid close such inside outside along given unlike beyond below above near besides let's nevertheless nonetheless additionally furthermore overall like only even just well thanks
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
      .feminine,
      "mrs ms miss lady queen princess congresswoman chairwoman spokeswoman actress mother sister daughter wife woman"
    ),
    (.feminine, "councilwoman businesswoman girl dame duchess"),
    (
      .masculine,
      "mr sir lord king prince congressman chairman spokesman actor father brother son husband man pope"
    ),
    (.masculine, "councilman businessman boy duke"),
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
