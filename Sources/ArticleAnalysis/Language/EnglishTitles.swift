/// What stands before and around names in English: titles, forms of address, occupations.
enum EnglishTitles {
  static let classes: [(WordClass, String)] = [
    (
      .masculine,
      """
      he his mr sir lord king prince congressman chairman spokesman actor father brother son husband man pope councilman
      businessman boy duke
      """
    ),
    (
      .feminine,
      """
      she her mrs ms miss lady queen princess congresswoman chairwoman spokeswoman actress mother sister daughter wife
      woman councilwoman businesswoman girl dame duchess
      """
    ),
    (
      [.title, .abbreviation],
      """
      mr mrs ms dr sen sens rep reps gov gen lt col rev prof sgt capt adm maj hon messrs fr cpl det pres
      """
    ),
    (
      .title,
      """
      senator senators representative congressman congresswoman governor president vice minister secretary speaker
      judge justice general colonel major captain lieutenant sergeant admiral reverend professor doctor chancellor
      chairman chairwoman director officer detective sheriff archbishop bishop cardinal pope king queen prince
      princess mayor ambassador sir lord lady dame commissioner councillor councilman councilwoman deputy premier
      inspector constable superintendent chief miss coach commander rabbi imam sheikh attorney prosecutor spokesman
      spokeswoman spokesperson ceo cfo mp congressmember comrade nurse father sister brother emperor ayatollah
      corporal principal dean provost treasurer manager
      """
    ),
    (
      .role,
      """
      spokesman spokeswoman spokesperson spokespeople official officials aide aides critic critics expert experts
      analyst analysts supporter supporters organizer organizers organiser prosecutor prosecutors police source
      sources adviser advisers advisor witness witnesses resident residents neighbour neighbor neighbors researcher
      researchers scientist scientists author authors lawyer lawyers attorney attorneys minister ministers president
      director chief chairman chairwoman secretary professor farmer manager owner founder economist economists
      investigator investigators officer officers candidate candidates voter voters leader leaders member members
      teacher teachers doctor doctors nurse student students reporter reporters journalist editor activist activists
      campaigner campaigners historian engineer pilot coach captain mayor governor senator senators lawmakers
      executive executives strategist consultant pollster worker workers driver drivers protester protesters treasurer
      surveyor father mother brother sister son daughter wife husband friend friends colleague colleagues man woman
      people anchor host moderator operative insider judge commissioner deputy representative negotiator diplomat
      diplomats ambassador commander authorities firefighters employee employees customer customers investor investors
      trader traders veteran veterans
      """
    ),
  ]
}
