/// The small words of French.
enum FrenchWords {
  static let classes: [(WordClass, String)] = [
    (
      .adverb,
      "aussi ensuite puis encore déjà toujours alors enfin a ont avait avaient également plus tard notamment ainsi lui-même elle-même"
    ),
    (
      .determiner,
      "le la les un une des du son sa ses leur leurs ce cet cette ces notre nos votre mon ma mes au aux"
    ),
    (.definite, "le la les"),
    (.pronoun, "il elle ils elles on je nous vous"),
    (.relative, "qui"),
    (.coordinator, "et mais ou"),
    (
      .preposition,
      "de à en dans sur pour par avec chez vers sous sans entre contre depuis pendant après avant lors d'après dès"
    ),
    (.linkingPreposition, "de du des pour à"),
    (
      .boundary,
      "que qu'il qu'elle quand lorsque parce si et mais ou où comme car est était sont étaient sera été ne pas n'est"
    ),
    (.auxiliary, "est était sont étaient été pas"),
    (.month, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    (.time, "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir"),
    (
      .neverName,
      """
      le la les un une des du il elle ils elles on je nous et mais ou quand lorsque si dans en sur pour par avec chez selon après
      avant depuis pendant comme car ce cet cette ces son sa ses alors puis enfin ainsi pourtant cependant
      """
    ),
    (.nameParticle, "de du des d la le"),
  ]

  /// Given names that the English list does not have.
  static let names: [(WordClass, String)] = [
    (
      .maleName,
      """
      alain andré arnaud benoît cédric claude cyril didier édouard émile emmanuel étienne fabien fabrice françois frédéric gaspard
      gérard gilles guillaume hervé hugues jacques jean jérôme julien laurent léon loïc luc marcel mathieu maxime michel nicolas
      olivier pascal patrice philippe pierre raphaël rémi rené sébastien serge stéphane sylvain thibault thierry xavier yann yves
      """
    ),
    (
      .femaleName,
      """
      adèle agathe agnès amélie anaïs anne-marie aurélie béatrice bénédicte brigitte céline chantal clémence colette corinne delphine
      édith élise élodie éliane émilie estelle eugénie fanny florence françoise geneviève ghislaine hélène inès isabelle jeanne
      joëlle josette juliette laure léa lucie madeleine manon margaux marguerite marie-claude marion martine mathilde maëlle
      mireille monique muriel nadège nathalie noémie océane odile pauline sandrine ségolène simone solène sophie sylvie valérie
      véronique virginie yvonne zoé
      """
    ),
  ]
}
