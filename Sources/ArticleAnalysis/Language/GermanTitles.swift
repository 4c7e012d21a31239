/// What stands before and around names in German: titles, forms of address, occupations.
enum GermanTitles {
  static let classes: [(WordClass, String)] = [
    (
      [.title, .masculine],
      "herr minister kanzler bundeskanzler präsident bürgermeister sprecher professor könig papst"
    ),
    (
      [.title, .feminine],
      "frau ministerin kanzlerin bundeskanzlerin präsidentin bürgermeisterin sprecherin professorin königin"
    ),
    ([.title, .abbreviation], "dr prof"),
    (
      .title,
      """
      ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin finanzminister
      finanzministerin verkehrsminister verkehrsministerin vorsitzender vorsitzende chef chefin generalsekretär abgeordneter
      abgeordnete bischof kardinal richter richterin
      """
    ),
    (
      .role,
      """
      sprecher sprecherin minister ministerin leiter leiterin chef chefin direktor direktorin vorsitzender vorsitzende präsident
      präsidentin bürgermeister bürgermeisterin anwalt anwältin richter richterin forscher forscherin experte expertin autor
      autorin trainer trainerin ärztin arzt lehrer lehrerin polizei behörde ministerium unternehmen zeuge zeugin anwohner
      anwohnerin bauer bäuerin ingenieur ingenieurin wissenschaftler wissenschaftlerin kritiker gründer gründerin
      """
    ),
    (.masculine, "er"),
    (.feminine, "sie"),
    (
      .organisation,
      "ministerium behörde partei universität gericht bundestag bundesrat verband gmbh ag amt polizei"
    ),
  ]
}
