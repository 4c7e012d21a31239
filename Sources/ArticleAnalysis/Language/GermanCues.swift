/// The verbs and nouns of German that announce speech.
enum GermanCues {
  static let classes: [(WordClass, String)] = [
    (
      [.speechVerb, .invertible],
      """
      sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten meinte meint meinten berichtete
      berichtet berichteten erzählte erzählt fügte fügt ergänzte ergänzt antwortete antwortet entgegnete entgegnet erwiderte
      erwidert warnte warnt warnten kündigte kündigt forderte fordert forderten kritisierte kritisiert teilte teilt mitgeteilt
      schrieb schreibt schrieben geschrieben twitterte twittert fragte fragt rief ruft bestätigte bestätigt versicherte versichert
      behauptete behauptet räumte räumt urteilte urteilt lobte lobt beklagte beklagt klagte klagt mahnte mahnt unterstrich
      unterstreicht bekräftigte bekräftigt äußerte äußert bilanzierte resümierte scherzte verkündete verkündet hieß heißt
      """
    ),
    (
      .speechVerb,
      "nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten zitierte zitiert sprach spricht lautet lautete"
    ),
    (.sourceMarker, "laut"),
    ([.sourceMarker, .invertible], "so"),
    (.cueAuxiliary, "hat haben hatte hatten"),
    (
      .utterance,
      """
      worte wort satz aussage zitat motto parole slogan ruf rufe frage antwort erklärung versprechen vorwurf warnung botschaft
      """
    ),
    (
      .work,
      """
      buch film serie roman stück sendung lied album zeitschrift zeitung artikel aufsatz ausstellung oper podcast titel magazin
      """
    ),
  ]
}
