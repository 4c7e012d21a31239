/// The small words of Spanish.
enum SpanishWords {
  static let classes: [(WordClass, String)] = [
    (
      .adverb,
      "también luego después ya aún además entonces ha han había habían siempre todavía así nuevamente"
    ),
    (
      .determiner,
      "el la los las un una unos unas su sus este esta estos estas ese esa nuestro nuestra mi mis del al"
    ),
    (.definite, "el la los las"),
    (.pronoun, "él Él ella ellos ellas yo nosotros"),
    (.relative, "quien quienes"),
    (.coordinator, "y e pero o"),
    (
      .preposition,
      "de a en con por para sin sobre entre contra desde hasta hacia tras durante mediante ante bajo"
    ),
    (.linkingPreposition, "de del para"),
    (.boundary, "que cuando porque si y pero o donde como es era son eran fue fueron será está estaba no"),
    (.auxiliary, "es era son eran fue fueron será no"),
    (.month, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    (.time, "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana tarde noche"),
    (
      .neverName,
      """
      el la los las un una unos unas él ella ellos y pero o cuando si en con por para según tras desde hasta como este esta su sus
      ayer hoy además entonces así también no sin sobre
      """
    ),
    (.nameParticle, "de del la las los y"),
  ]

  /// Given names that the English list does not have.
  static let names: [(WordClass, String)] = [
    (
      .maleName,
      """
      adrián agustín álvaro andrés ángel antonio arturo baltasar bartolomé césar cristóbal domingo emilio enrique esteban eusebio
      fabián federico félix germán gonzalo gregorio guillermo gustavo héctor hernán hugo ignacio iker íñigo jaime joaquín jorge josé
      julio lorenzo manuel mariano martín mateo maximiliano nicolás óscar pascual pedro raúl ramón rodolfo rubén santiago sergio
      tomás vicente víctor
      """
    ),
    (
      .femaleName,
      """
      adela alba alejandra almudena amparo ángela araceli asunción aurora beatriz begoña belén blanca camila carlota catalina
      concepción consuelo cristina dolores encarna esperanza estela estefanía eugenia fátima guadalupe inés isabel josefa juana laura
      leticia lourdes lucía luz macarena manuela maría marta mercedes montserrat natalia nieves noelia nuria paloma patricia pilar
      raquel remedios rocío rosario soledad sonia susana teresa verónica victoria ximena yolanda
      """
    ),
  ]
}
