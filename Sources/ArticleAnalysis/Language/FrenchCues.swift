/// The verbs and nouns of French that announce speech.
enum FrenchCues {
  static let classes: [(WordClass, String)] = [
    (
      [.speechVerb, .invertible],
      """
      dit disait disent déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait
      assure assuré assurait estime estimé estimait répond répondu répondait répète répété précise précisé précisait souligne
      souligné soulignait rappelle rappelé rappelait raconte raconté racontait confie confié confiait indique indiqué indiquait
      annonce annoncé annonçait écrit écrivait demande demandé demandait prévient prévenu lance lancé lançait poursuit poursuivi
      poursuivait conclut conclu concluait reconnaît reconnu insiste insisté regrette regretté dénonce dénoncé avertit averti
      martèle martelé résume résumé témoigne témoigné commente commenté ironise ironisé glisse glissé tweete tweeté s'exclame
      s'indigne s'inquiète s'interroge se-réjouit
      """
    ),
    (
      .speechVerb,
      "appelle appelé appelait qualifie qualifié qualifiait parle parlé parlait juge jugé cite cité"
    ),
    (
      .speechParticiple,
      "ajoutant disant déclarant affirmant expliquant précisant soulignant rappelant assurant indiquant"
    ),
    (.sourceMarker, "selon"),
    (.cueAuxiliary, "a ont avait avaient"),
    (
      .utterance,
      "mots mot phrase slogan devise formule cri cris message promesse question réponse déclaration propos avertissement"
    ),
    (
      .work,
      "livre film roman série chanson album pièce émission journal magazine article essai exposition opéra intitulé intitulée"
    ),
  ]
}
