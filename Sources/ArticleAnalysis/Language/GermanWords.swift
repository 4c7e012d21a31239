/// The small words of German.
enum GermanWords {
  static let classes: [(WordClass, String)] = [
    (
      .adverb,
      """
      auch dann später nun noch wieder sogar habe hat haben hatte zudem ferner oft bereits zuletzt weiter daraufhin anschließend
      außerdem dazu
      """
    ),
    (
      .determiner,
      "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre dieser diese dieses unser unsere kein keine"
    ),
    (.definite, "der die das den dem"),
    (.pronoun, "er sie es ich wir ihr"),
    (.coordinator, "und aber oder"),
    (
      .preposition,
      """
      von für mit bei nach aus in im an am auf zu zum zur über unter vor hinter gegen um durch ohne seit bis beim vom während wegen
      """
    ),
    (.linkingPreposition, "von für aus bei der des im vom"),
    (
      .boundary,
      """
      dass als wenn weil und aber oder ob wo obwohl da denn wie warum ist war sind waren wird wurde werden wurden sei seien nicht
      hinzu fort zurück hervor entgegen
      """
    ),
    (.auxiliary, "ist war sind waren wird wurde werden wurden zu nicht"),
    (.month, "januar februar märz april mai juni juli august september oktober november dezember"),
    (
      .time,
      """
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen abend
      """
    ),
    (
      .neverName,
      """
      der die das den dem ein eine er sie es ich wir und aber oder als wenn weil in im am an auf bei nach mit von zu zum zur für so
      auch doch dann nun noch da denn wie was wer warum wo heute gestern laut seit bis vor
      """
    ),
    (.nameParticle, "von van zu vom de"),
    (.abbreviation, "z.b bzw ca nr st"),
  ]

  /// Given names that the English list does not have.
  static let names: [(WordClass, String)] = [
    (
      .maleName,
      """
      jürgen günther günter björn sören jörg jens kai lutz rüdiger volker ulf detlef dirk holger ingo lars malte matthias moritz
      niklas norbert olaf otto ralf reiner sascha steffen torsten tobias udo wilfried wolf armin bodo burkhard christoph dietmar
      eberhard egon emil erich erwin florian gerd gottfried harald hartmut heiko heiner ignaz joachim jochen karsten leopold ludwig
      """
    ),
    (
      .femaleName,
      """
      annegret annalena anja antje bärbel beate birgit brigitte britta christel cornelia dagmar dorothee elke elfriede franziska
      frauke friederike gabriele gerda gertrud gisela gudrun hannelore heike hildegard ilse ines ingeborg inge ingrid jutta karin
      katja kerstin kirsten manuela marlies mechthild nadine petra regine renate roswitha sabine silke sigrid silvia steffi susanne
      svenja sylvia tanja trude ulrike ursula ute waltraud
      """
    ),
  ]
}
