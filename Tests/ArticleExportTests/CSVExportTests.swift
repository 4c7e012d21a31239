import ArticleExport
import ArticleModel
import Testing

@Suite("CSV export")
struct CSVExportTests {
  /// A reader of RFC 4180 that knows nothing of the writer.
  private func parse(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isMarked = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      if isMarked {
        if byte == 0x22 && next == 0x22 {
          field.append(0x22)
          position += 1
        } else if byte == 0x22 {
          isMarked = false
        } else {
          field.append(byte)
        }
      } else if byte == 0x22 && field.isEmpty {
        isMarked = true
      } else if byte == 0x2C || (byte == 0x0D && next == 0x0A) {
        record.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0D {
          records.append(record)
          record = []
          position += 1
        }
      } else {
        field.append(byte)
      }
      position += 1
    }
    return records
  }

  private func article(commentWords words: [String]) -> Article {
    var article = Article(source: ArticleSource(location: .stream, format: .text))
    var builder = CommentThread.Builder()
    for text in words {
      var sketch = TextSketch()
      sketch.add(.code, text)
      builder.append(ThreadComment(author: builder.author(text)), depth: 0, body: sketch.text)
    }
    article.thread = builder.finish()
    return article
  }

  @Test("Whatever the words, reading the records back gives them", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) {
    var state = seed
    let alphabet = Array("a,\"\n\r;'=+-@\t é🦔|".unicodeScalars)
    var words: [String] = []
    for _ in 0..<50 {
      var text = String.UnicodeScalarView()
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<Int(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      words.append(String(text))
    }
    let records = parse(CSVExport().comments(article(commentWords: words)))
    #expect(records.count == words.count + 1)
    for (record, text) in zip(records.dropFirst(), words) {
      let isFormula = text.unicodeScalars.first.map { "=+-@\t".unicodeScalars.contains($0) } ?? false
      let expected = isFormula ? "'" + text : text
      #expect(record.count == 9)
      #expect(record[3].unicodeScalars.elementsEqual(expected.unicodeScalars))
      #expect(record[8].unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
  }

  @Test("Every record has the fields of its header")
  func shape() {
    let exports = [
      CSVExport().quotes(SmallArticle.article), CSVExport().figures(SmallArticle.article),
      CSVExport().comments(SmallArticle.article), CSVExport().references(SmallArticle.article),
    ]
    for export in exports {
      let records = parse(export)
      #expect(records.count > 2)
      for record in records { #expect(record.count == records[0].count) }
    }
  }

  @Test("A negative score is a number, a negative figure's words are safe to open")
  func formulas() {
    let records = parse(CSVExport().comments(SmallArticle.article))
    #expect(records[1][6] == "-1")
    var sketch = TextSketch()
    sketch.add(.paragraph, "-6 degrees")
    var article = Article(source: ArticleSource(location: .stream, format: .text), body: sketch.text)
    article.figures = [
      Figure(
        range: sketch.range("-6 degrees"), value: .number(ExactDecimal(-6)), unit: "°C", kind: .temperature,
        evidence: Evidence(rule: "figure.temperature", confidence: 1))
    ]
    let figures = parse(CSVExport().figures(article))
    #expect(figures[1][1] == "'-6 degrees")
    #expect(figures[1][2] == "-6")
  }
}
