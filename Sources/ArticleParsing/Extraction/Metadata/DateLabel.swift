/// What a page says before a date: that something was published then, or changed.
enum DateLabel {
  case publication, update

  /// The label that stands in a text before a date, at most some words away.
  init?(before date: Range<Int>, in text: String) {
    let label = Array(text.utf8.prefix(date.lowerBound).suffix(48))
    self.init(label)
  }

  /// The label in the text right before an element.
  init?(beforeElement node: Int, in document: HTMLDocument) {
    var previous = node - 1
    for _ in 0..<6 {
      guard previous > 0 else { return nil }
      if document.tag(previous) == .text, document.textBytes(previous).contains(where: { $0 > 0x20 }) {
        break
      }
      previous -= 1
    }
    guard previous > 0, document.tag(previous) == .text, document.textBytes(previous).count < 48 else {
      return nil
    }
    self.init(Array(document.textBytes(previous)))
  }

  private init?(_ label: [UInt8]) {
    let found: DateLabel? = label.withUnsafeBufferPointer { bytes in
      if Self.updates.contains(where: { ASCII.find($0, in: bytes) != nil }) { return .update }
      return Self.publications.contains { ASCII.find($0, in: bytes) != nil } ? .publication : nil
    }
    guard let found else { return nil }
    self = found
  }

  private static let updates: [StaticString] = [
    "updat", "modifi", "last edit", "last change", "aktualisier", "bearbeitet", "änder", "Änder", "stand:",
    "mis à jour",
    "actualiza", "actualitz", "aggiornat", "atualiza", "bijgewerkt", "gewijzigd", "uppdatera", "oppdater",
    "opdater", "päivitetty", "zaktualizowan", "aktualizov", "бновл", "зменен", "новлен", "更新", "수정",
    "reviewed", "geprüft",
  ]
  private static let publications: [StaticString] = [
    "publish", "posted", "written", "created", "erschienen", "veröffentlicht", "erstellt", "eingestellt",
    "geschrieben", "publié", "publicad", "pubblicat", "gepubliceerd", "geplaatst", "publicerad", "publisert",
    "udgivet", "julkaistu", "opublikowan", "dodano", "publikov", "публик", "公開", "投稿", "发布", "發布", "등록",
  ]
}
