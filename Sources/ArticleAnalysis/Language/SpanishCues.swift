/// The verbs and nouns of Spanish that announce speech.
enum SpanishCues {
  static let classes: [(WordClass, String)] = [
    (
      [.speechVerb, .invertible],
      """
      dijo dice dijeron dicen decía dicho afirmó afirma afirmaron aseguró asegura aseguraron explicó explica explicaron añadió añade
      agregó agrega declaró declara declararon señaló señala señalaron indicó indica indicaron sostuvo sostiene manifestó manifiesta
      comentó comenta contó cuenta respondió responde contestó contesta preguntó pregunta advirtió advierte recordó recuerda
      reconoció reconoce admitió admite insistió insiste subrayó subraya destacó destaca precisó precisa apuntó apunta concluyó
      concluye escribió escribe anunció anuncia reiteró reitera lamentó lamenta denunció denuncia prometió promete expresó expresa
      confesó confiesa exclamó exclama gritó grita tuiteó relató relata
      """
    ),
    (.speechVerb, "llamó llama calificó califica habló habla citó cita tildó tilda"),
    (.speechParticiple, "añadiendo diciendo afirmando explicando señalando asegurando agregando indicando"),
    (.sourceMarker, "según"),
    (.cueAuxiliary, "ha han había habían"),
    (
      .utterance,
      "palabras palabra frase lema consigna grito gritos mensaje promesa pregunta respuesta declaración advertencia"
    ),
    (
      .work,
      "libro película novela serie canción álbum obra programa revista artículo ensayo exposición ópera titulado titulada"
    ),
  ]
}
