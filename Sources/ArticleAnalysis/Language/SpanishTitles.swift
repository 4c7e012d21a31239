/// What stands before and around names in Spanish: titles, forms of address, occupations.
enum SpanishTitles {
  static let classes: [(WordClass, String)] = [
    ([.title, .masculine], "señor don ministro presidente alcalde rey papa senador diputado"),
    ([.title, .feminine], "señora doña ministra presidenta alcaldesa reina senadora diputada"),
    ([.title, .abbreviation], "dr dra sr sra"),
    (
      .role,
      """
      ministro ministra presidente presidenta alcalde alcaldesa portavoz director directora jefe jefa abogado abogada juez jueza
      investigador investigadora experto experta autor autora entrenador entrenadora médico médica profesor profesora policía
      empresa testigo vecino vecina agricultor agricultora ingeniero ingeniera científico científica fundador fundadora ministerio
      """
    ),
    (.masculine, "él Él"),
    (.feminine, "ella"),
    (
      .organisation,
      "ministerio universidad partido tribunal comisión policía senado congreso gobierno banco empresa sindicato"
    ),
  ]
}
