/// What stands before and around names in French: titles, forms of address, occupations.
enum FrenchTitles {
  static let classes: [(WordClass, String)] = [
    ([.title, .masculine], "monsieur ministre président roi pape sénateur"),
    ([.title, .feminine], "madame mademoiselle présidente reine sénatrice"),
    ([.title, .masculine, .abbreviation], "m mm"),
    ([.title, .feminine, .abbreviation], "mme mlle"),
    (.title, "maire député députée docteur professeur professeure juge cardinal évêque général"),
    (
      .role,
      """
      ministre président présidente maire porte-parole directeur directrice chef avocat avocate juge chercheur chercheuse expert
      experte auteur autrice entraîneur médecin professeur professeure enseignant enseignante police entreprise témoin habitant
      habitante agriculteur agricultrice ingénieur ingénieure scientifique fondateur fondatrice responsable secrétaire ministère
      """
    ),
    (.masculine, "il"),
    (.feminine, "elle"),
    (
      .organisation,
      "ministère université parti tribunal commission police sénat assemblée conseil banque société syndicat"
    ),
  ]
}
