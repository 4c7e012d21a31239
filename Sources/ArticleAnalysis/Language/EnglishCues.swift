/// The verbs and nouns of English that announce speech, and those that do not.
enum EnglishCues {
  static let classes: [(WordClass, String)] = [
    (
      [.speechVerb, .invertible],
      """
      said says say added adds wrote writes tweeted tweets asked asks continued continues explained explains noted
      notes argued argues insisted insists warned warns replied replies responded responds declared declares
      acknowledged acknowledges admitted admits announced announces asserted asserts boasted boasts claimed claims
      commented comments conceded concedes concluded concludes confirmed confirms contended contends countered
      counters cautioned cautions complained complains exclaimed gushed interjected joked jokes lamented laments
      maintained maintains mused observed observes pointed posted predicted predicts proclaimed pleaded pledged pleads
      quipped quips recalled recalls remarked remarks remembered repeated reported reports retorted shouted shouts
      stated states stressed stresses suggested suggests emphasised emphasized emphasizes testified testifies urged
      vented vowed vows wondered wonders yelled emailed screamed chanted chants whispered muttered murmured growled
      sighed cried cries agreed agrees answered answers protested scoffed opined intoned demanded demands ordered
      begged advised retweeted published chimed went reasoned ventured volunteered clarified reiterated relayed sang
      thundered crowed snapped hissed grumbled wailed enthused deadpanned blogged texted echoed fumed riffed seethed
      sniped barked bellowed croaked hinted hints implored marvelled marveled mouthed opines pronounced rallied
      rejoined sneered sobbed spat stammered stuttered thunders wept argue claim explain insist warn note write reply
      respond declare acknowledge admit announce complain confirm contend predict recall remark suggest agree boast
      joke concede conclude lament observe read reads sings
      """
    ),
    (
      .speechVerb,
      """
      told tells tell called calls call accused accuses urges talked spoke speaks cited cites described describes
      assured reminded referred refers promised promises informed mocked praised blasted slammed criticized criticised
      denounced dubbed hammered labeled labelled portrayed quoted quotes thinks thought think believes believed hailed
      thanked branded dismissed deemed derided decried blamed questioned ridiculed rejected condemned defended denied
      denies lashed lauded ripped touted vows slams slam rips rip blasts blast praises praise mocks mock knocks
      knocked lashes cheered cheers chided chides dub dubs decries hails heralds heralded likened likens touts
      trumpets trumpeted condemns denounces describe criticizes found finds find revealed reveals concluded exhorted
      encouraged groused griped bemoaned bemoans characterizes characterized compared invoked used uses wants wanted
      feels felt hopes hoped knows signed laughed smiled nodded
      """
    ),
    (
      .speechParticiple,
      """
      saying adding telling calling noting arguing asking insisting writing claiming citing describing suggesting
      stating remarking explaining tweeting warning declaring accusing referring chanting admitting reporting joking
      concluding promising urging predicting boasting quoting replying responding commenting shouting yelling
      recalling complaining pointing stressing emphasizing questioning dubbing labeling branding denouncing
      """
    ),
    (.sourceMarker, "according"),
    (
      .finiteVerb,
      """
      is are was were has had have did does do will would can could may might must should went goes came comes took
      takes made makes got gets gave gives saw sees found finds held holds kept keeps ran runs won wins lost loses put
      puts sent sends stood stands became becomes began begins brought brings met meets left leaves led leads drew
      draws fell falls rose rises grew grows sat sits spent spends paid pays hit tried tries seems seemed showed
      appears appeared offered refused refuses issued released releases attacked used turned moved joined worked
      played launched delivered opened opens closed closes started ended returned arrived arrives visited supported
      opposed opposes failed fails helped pushed pushes pulled pulls followed received signed voted broke built builds
      bought buys caught chose chooses cut drove fought flew forgot gathered hosted knew knows landed let lets lived
      looked mentioned mentions needed passed raised remained remains served serves set shook shot sold sells struck
      swept talked threw throws understood wore wears
      """
    ),
    (
      .work,
      """
      book books film films movie movies show shows song songs album albums series column magazine documentary titled
      entitled novel play poem painting episode article essay memoir podcast single musical opera sitcom game
      programme program paper report exhibition ballad anthem hit bestseller drama comedy thriller host author
      starring autobiography commentary newscast radio broadcast blog hashtag
      """
    ),
    (
      .utterance,
      """
      accusation accusations advice allegation allegations announcement answer answers apology appeal argument
      assertion boast call calls chant chants charge charges claim claims comment comments complaint complaints
      conclusion confession criticism cry cries declaration description dig exclamation explanation insistence joke
      jokes lament line message messages motto note plea pledge pledges phrase phrases post promise promises proposal
      question questions quip quote quotes reaction rebuke refrain remark remarks reply response retort saying
      sentence shout shouts slogan slogans statement statements suggestion tweet tweets verdict vow warning warnings
      word words
      """
    ),
  ]
}
