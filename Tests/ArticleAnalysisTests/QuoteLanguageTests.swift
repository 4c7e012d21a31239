import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuoteLanguageTests {
  static let germanRows = [
    QuoteCase(
      "Verb zuerst", "„Der Damm hielt“, sagte Anna Berger. „Niemand hat geschlafen.“",
      "Anna Berger <Anna Berger|sagte> Der Damm hielt ¦ Niemand hat geschlafen."),
    QuoteCase(
      "Sprecherin ohne Namen", "„Wir prüfen das nun“, erklärte die Sprecherin des Ministeriums am Dienstag.",
      "Sprecherin <die Sprecherin|erklärte> Wir prüfen das nun"),
    QuoteCase(
      "Doppelpunkt", "Bürgermeister Otto Marsch sagte: „Wir bauen ihn neu.“",
      "Otto Marsch <Otto Marsch|sagte> Wir bauen ihn neu."),
    QuoteCase(
      "Spitze Zeichen und so", "»Es hat geregnet«, so Marsch.", "Marsch <Marsch|so> Es hat geregnet"),
    QuoteCase(
      "Verb aus zwei Wörtern", "„Es war spät“, hat Anna Berger gesagt.",
      "Anna Berger <Anna Berger|gesagt> Es war spät"),
    QuoteCase(
      "laut", "Laut Anna Berger war der Damm „eine sehr knappe Sache“.",
      "Anna Berger <Anna Berger|Laut> eine sehr knappe Sache"),
    QuoteCase(
      "Fürwort", "Anna Berger kam. „Ich war dort“, sagte sie.", "Anna Berger <sie|sagte> Ich war dort"),
    QuoteCase(
      "Verb mit abgetrenntem Teil", "„Er ist alt“, fügte der Bürgermeister hinzu.",
      "Bürgermeister <der Bürgermeister|fügte> Er ist alt"),
    QuoteCase("Titel", "Der Film „Die lange Nacht“ läuft im Kino."),
  ]

  static let frenchRows = [
    QuoteCase(
      "verbe d'abord", "« Le barrage a tenu », a déclaré Anne Berger. « Personne n'a dormi. »",
      "Anne Berger <Anne Berger|a déclaré> Le barrage a tenu ¦ Personne n'a dormi."),
    QuoteCase(
      "pronom derrière un trait d'union", "Anne Berger arrive. « Nous verrons bien », dit-elle.",
      "Anne Berger <elle|dit> Nous verrons bien"),
    QuoteCase(
      "a-t-elle ajouté", "Anne Berger arrive. « Il a plu », a-t-elle ajouté.",
      "Anne Berger <elle|ajouté> Il a plu"),
    QuoteCase(
      "deux-points", "Le maire Otto Marchand a affirmé : « Nous le reconstruirons. »",
      "Otto Marchand <Otto Marchand|a affirmé> Nous le reconstruirons."),
    QuoteCase(
      "selon", "Selon Anne Berger, le barrage était « une affaire très serrée ».",
      "Anne Berger <Anne Berger|Selon> une affaire très serrée"),
    QuoteCase(
      "article élidé", "« C'était tard », explique l'entraîneur du club.",
      "l'entraîneur <l'entraîneur|explique> C'était tard"),
    QuoteCase("titre", "Elle a vu le film « La longue nuit » hier."),
  ]

  static let spanishRows = [
    QuoteCase(
      "verbo primero", "«El dique aguantó», dijo Ana Berger. «Nadie durmió.»",
      "Ana Berger <Ana Berger|dijo> El dique aguantó ¦ Nadie durmió."),
    QuoteCase(
      "cargo con nombre", "“Lo veremos”, afirmó la ministra, Lucía Vela.",
      "Lucía Vela <Lucía Vela|afirmó> Lo veremos"),
    QuoteCase(
      "dos puntos", "El alcalde Otto Marcos aseguró: “Lo reconstruiremos”.",
      "Otto Marcos <Otto Marcos|aseguró> Lo reconstruiremos"),
    QuoteCase(
      "según", "Según Ana Berger, el dique era “una cosa muy justa”.",
      "Ana Berger <Ana Berger|Según> una cosa muy justa"),
    QuoteCase(
      "pronombre", "Ana Berger llegó. “Era tarde”, ha dicho ella.", "Ana Berger <ella|ha dicho> Era tarde"),
    QuoteCase("título", "La película “La larga noche” se estrenó ayer."),
  ]

  static let unknownRows = [
    QuoteCase(
      "no rule for the verb", "“De dam hield het de hele nacht”, zei Anna Berger.",
      "nobody <-|-> De dam hield het de hele nacht"),
    QuoteCase(
      "a name before a colon", "Anna Berger: “De dam hield het de hele nacht.”",
      "Anna Berger <Anna Berger|-> De dam hield het de hele nacht."),
    QuoteCase(
      "a name behind a dash", "“Niemand heeft geslapen die nacht.” — Anna Berger",
      "Anna Berger <Anna Berger|-> Niemand heeft geslapen die nacht."),
    QuoteCase("words at a distance", "De zogenaamde “brugbelasting” verdween."),
  ]

  private func lines(_ text: String, _ language: String) -> [String] {
    var result = article(text)
    result.language = language
    AnalysisPipeline().analyze(&result)
    return quoteLines(result)
  }

  @Test("German quotes find their speakers", arguments: germanRows)
  func german(_ row: QuoteCase) { #expect(lines(row.text, "de-AT") == row.quotes) }

  @Test("French quotes find their speakers", arguments: frenchRows)
  func french(_ row: QuoteCase) { #expect(lines(row.text, "fr") == row.quotes) }

  @Test("Spanish quotes find their speakers", arguments: spanishRows)
  func spanish(_ row: QuoteCase) { #expect(lines(row.text, "es") == row.quotes) }

  @Test("In a language without word lists only signs tell a speaker", arguments: unknownRows)
  func unknown(_ row: QuoteCase) { #expect(lines(row.text, "nl") == row.quotes) }

  @Test("Quotes of a language without word lists say so")
  func honesty() {
    var result = article("“De dam hield het de hele nacht”, zei Anna Berger.")
    result.language = "nl"
    AnalysisPipeline().analyze(&result)
    AnalysisPipeline().analyze(&result)
    #expect(result.quotes.map(\.evidence.rule) == ["quote.no-rules"])
    #expect(result.diagnostics.map(\.severity) == [.note])
    #expect(result.diagnostics.first?.message.contains("nl") == true)
  }

  @Test(
    "A text without a tag is told by its small words",
    arguments: [
      ("Der Damm hielt und die Stadt schlief, aber nicht alle waren mit dem Plan zufrieden.", "de"),
      ("Le barrage a tenu et les habitants ont dormi dans la ville, mais pas pour longtemps.", "fr"),
      (
        "El dique aguantó y los vecinos durmieron en la ciudad con más calma, pero no por mucho tiempo.", "es"
      ),
      ("The dam held and the town slept, but not for long.", "en"),
    ])
  func guess(_ text: String, _ tag: String) { #expect(LanguageGuess.tag(of: richText(text)) == tag) }

  @Test("A long text of another language is told as none of them, a short one is not judged")
  func otherLanguages() {
    let dutch = String(
      repeating: "wij zagen gisteren geen enkele boot meer varen langs onze kade ", count: 20)
    #expect(LanguageGuess.tag(of: richText(dutch)) == "und")
    #expect(LanguageGuess.tag(of: richText("wij zagen geen boot")) == nil)
  }
}
