/// Places, peoples and parties; a capital makes them no person.
enum EnglishPlaces {
  static let classes: [(WordClass, String)] = [
    (
      .place,
      """
      afghanistan africa alabama alaska albania algeria america american americans arab arabs argentina arizona arkansas asia athens
      atlanta australia australian australians austria austrian baghdad baltimore bangladesh barcelona beijing beirut belarus belfast
      belgian belgium berlin birmingham bolivia bosnia boston brazil brazilian bristol britain british britons brooklyn brussels
      budapest buffalo bulgaria cairo california californians calif canada canadian canadians catholic catholics chicago chile china
      chinese christian christians cincinnati cleveland colombia colorado connecticut copenhagen croatia cuba cuban cubans cyprus
      czech dallas damascus danish delaware delhi democrat democratic democrats denmark denver detroit dublin dutch east eastern
      ecuador edinburgh egypt egyptian england english estonia ethiopia europe european europeans finland finnish florida france
      frankfurt french gaza geneva georgia german germans germany ghana glasgow greece greek hamburg harlem havana hawaii helsinki
      hindu hispanic hispanics holland hollywood hong houston hungarian hungary iceland idaho illinois india indian indiana indians
      indonesia iowa iran iranian iranians iraq iraqi iraqis ireland irish isis islam islamic israel israeli israelis istanbul
      italian italians italy jakarta jamaica japan japanese jerusalem jewish jews jordan kansas kentucky kenya kiev kong korea korean
      koreans kremlin kurdish kurds kuwait kyiv latin latino latinos latvia lebanon leeds libya libyan lisbon lithuania liverpool
      london louisiana luxembourg madrid maine malaysia manchester manhattan maryland massachusetts melbourne mexican mexicans mexico
      miami michigan milan minneapolis minnesota mississippi missouri montana montreal morocco moscow mumbai munich muslim muslims
      naples nebraska netherlands nevada nigeria nigerian north northern norway norwegian oakland ohio oklahoma ontario oregon oslo
      ottawa pakistan pakistani palestine palestinian palestinians panama paris pennsylvania pentagon peru philadelphia philippines
      phoenix pittsburgh poland poles polish portland portugal portuguese prague quebec republican republicans richmond romania rome
      russia russian russians scotland scots scottish seattle seoul serbia shanghai singapore somalia south southern spain spanish
      stockholm sudan sweden swedish swiss switzerland sydney syria syrian syrians taipei taiwan tehran tennessee texans texas thai
      thailand tokyo toronto tory tories trenton tunisia turkey turkish turks ukraine ukrainian ukrainians utah vatican venezuela
      vermont vienna vietnam vietnamese virginia wales warsaw washington welsh west western westminster wisconsin wyoming yemen
      zurich
      """
    )
  ]
}
