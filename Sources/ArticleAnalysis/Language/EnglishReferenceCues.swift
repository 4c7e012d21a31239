/// The words of English that say what a comment does with what it refers to, and those that say nothing.
enum EnglishReferenceCues {
  /// Words whose repetition means nothing at all.
  static let function = """
    a an the and or but nor so if then than that this these those it its he she they them him her his their theirs we
    us our ours you your yours i me my mine who whom whose which what when where why how there here is are was were be
    been being am do does did done has have had having will would can could may might must shall should not no dont
    doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt im ive ill id youre
    youve youll theyre theyve weve hes shes thats theres lets to of in on at by for from with without as into over
    under about after before between through during against up down out off all any some each every both either
    neither more most less least much many few such own same other another only just also too very even still again
    once ever never yes because while until till til cause cos coz though although since per via etc s t re ve ll d m
    """

  /// Words that anybody uses about anything; several of them in a row may be chance.
  static let frequent = """
    one two three first last next new old good bad great big small long little high low right left wrong sure
    say says said saying tell told think thinks thought know knows knew known see sees saw seen look looks looking
    looked go goes going gone went come comes coming came get gets getting got give gives given gave take takes
    taken took make makes making made want wants wanted need needs needed use uses used using keep keeps kept let
    put try trying tried work works working way ways thing things something anything nothing everything someone
    anyone everyone nobody people person man men woman women guy guys time times day days week month year years
    today now then ago lot lots bit kind sort part place world life case point fact end start back well really
    actually probably maybe perhaps always often sometimes already yet almost quite rather pretty enough else
    instead like likes liked feel feels mean means meant seem seems happen happens happened call called ask asked
    believe find found leave talk talking read reading write live show shows showed become turn set add help
    article story comment comments news post ok okay oh yeah thanks thank please lol better best worse worst able
    around away along across another together within whole every many main real true next same different
    important possible course question reason problem problems issue number numbers
    """

  /// Words that say that something is not so.
  static let denial = """
    wrong false nonsense bogus bull bullshit bs lie lies lying liar rubbish untrue inflated exaggerated exaggeration
    exaggerating fake hardly nope doubt doubtful dubious misleading ridiculous laughable absurd incorrect inaccurate
    fantasy propaganda fiction baloney garbage nowhere overstated understated fudged cooked cherry overblown impossible
    disagree myth hogwash crap joke unlikely mistaken
    optimistic hype spin disproved debunked
    """

  /// Words that deny, but maybe something else.
  static let negation = "never cannot cant isnt wasnt arent doesnt didnt wont lol"

  /// Words that put another number in the place of one.
  static let correction = """
    closer nearer actually reality realistically realistic truth real actual correct correction corrected reduced lowered
    tops max maximum minimum try barely counted recounted measured nowhere honest instead rather revised easily easy
    """

  /// Words that often do, and often do not.
  static let softCorrection = """
    not should more like less fewer only merely probably least lower higher now nearly maybe perhaps
    lucky
    """

  /// Words that may be, or belong to, a number.
  static let numeral = """
    half third thirds quarter quarters fifth tenth dozen dozens hundred hundreds thousand thousands million millions
    billion billions trillion two three twice double doubled triple tripled four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """

  /// Words for something that was said.
  static let claim = """
    claim claims statement quote quotation line remark remarks assertion assertions sentence paragraph comment words
    argument passage bit phrase wording excuse
    """

  /// Words for a number that was told.
  static let number = """
    statistic statistics stat stats number numbers figure figures percentage percentages estimate estimates count
    counts total totals sum math maths arithmetic ratio rate share amount tally price cost
    """

  /// Short forms, folded, with the two words that each stands for.
  static let contractions = """
    isnt is not,arent are not,wasnt was not,werent were not,dont do not,doesnt does not,didnt did not,hasnt has not
    havent have not,hadnt had not,wont will not,wouldnt would not,cant can not,cannot can not,couldnt could not
    shouldnt should not,mustnt must not,neednt need not,im i am,youre you are,theyre they are,ive i have
    youve you have,weve we have,theyve they have,youll you will,theyll they will,itll it will,thatll that will
    youd you would,theyd they would,hell he will,shell she will,ill i will,well we will,hed he would,gonna going to,wanna want to
    """

  static let demonstrative = "that this those these such"
  static let possessive = "his her their its whose the"
  static let owner = "my our mine ours myself ourselves"
  static let speaker = "i we im ive id us me"

  /// Words that hand a number on as somebody else's.
  static let hearsay = """
    supposedly allegedly reportedly apparently claim claims claimed according article author headline they says said
    quoted cited reported official officially officials stated announced boasts boasted brag bragging touted admit admits admitted
    """

  /// Words that ask.
  static let question = """
    how where who why what when which whose really seriously source sources citation says proof evidence wonder
    wondered wondering curious puzzled explain
    """

  /// Words that place something in another time or place than the article's.
  static let elsewhere =
    "yesterday elsewhere twitter facebook tv interview podcast radio earlier previously 2019 2020 2021"
}
