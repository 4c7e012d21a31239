import ArticleModel

/// What is quoted, and who is.
enum QuoteLists {
  /// The quotes, each speaker's together.
  static func quotes(of article: Article) -> IndexList {
    var bySpeaker = Array(repeating: [Int](), count: article.speakers.count + 1)
    for (index, quote) in article.quotes.enumerated() {
      bySpeaker[quote.speaker ?? article.speakers.count].append(index)
    }
    // A speaker's heading is -1 less the speaker's number.
    var rows: [Int] = []
    for (speaker, quotes) in bySpeaker.enumerated() where !quotes.isEmpty {
      rows.append(-1 - speaker)
      rows += quotes
    }
    var rowOfQuote = Array(repeating: 0, count: article.quotes.count)
    for (row, quote) in rows.enumerated() where quote >= 0 { rowOfQuote[quote] = row }
    let places = rowOfQuote
    let counts = bySpeaker.map(\.count)
    let name = { (speaker: Int) in
      speaker < article.speakers.count ? article.speakers[speaker].name : "Unattributed"
    }
    return IndexList(
      IndexList.Source(
        count: rows.count,
        entry: { row in
          guard rows[row] >= 0 else {
            let speaker = -1 - rows[row]
            return IndexList.Entry(text: name(speaker), detail: "\(counts[speaker])")
          }
          return IndexList.Entry(
            text: article.text(of: article.quotes[rows[row]]), destination: .article(.quote(rows[row])),
            indent: 2)
        },
        rowOf: { selection in
          guard case .quote(let quote) = selection, places.indices.contains(quote) else { return nil }
          return places[quote]
        },
        matcher: { search in
          let isNamed = (0...article.speakers.count).map { search.isFound(in: name($0)) }
          return { row in
            let quote = article.quotes[rows[row]]
            return isNamed[quote.speaker ?? article.speakers.count]
              || quote.parts.contains { search.isFound(in: $0.range, of: article.body) }
          }
        }, isHeading: { rows[$0] < 0 }))
  }

  /// The speakers with how much of all quoted words is theirs, the most quoted first.
  static func speakers(of article: Article) -> IndexList {
    let count = article.speakers.count
    var quotes = [Int](repeating: 0, count: count + 1)
    var words = [Int](repeating: 0, count: count + 1)
    var first = [Int](repeating: -1, count: count + 1)
    for (index, quote) in article.quotes.enumerated() {
      let speaker = quote.speaker ?? count
      quotes[speaker] += 1
      if first[speaker] < 0 { first[speaker] = index }
      words[speaker] += article.wordCount(of: quote)
    }
    let sum = max(1, words.reduce(0, +))
    let order = (0...count).filter { quotes[$0] > 0 }.sorted { (words[$0], $1) > (words[$1], $0) }
    var rowOfSpeaker: [Int?] = Array(repeating: nil, count: count + 1)
    for (row, speaker) in order.enumerated() { rowOfSpeaker[speaker] = row }
    let places = rowOfSpeaker
    return IndexList(
      IndexList.Source(
        count: order.count,
        columns: [
          IndexList.Column(title: "speaker", width: 0),
          IndexList.Column(title: "quotes", width: 7, isNumber: true),
          IndexList.Column(title: "words", width: 7, isNumber: true),
          IndexList.Column(title: "share", width: 6, isNumber: true),
        ],
        entry: { row in
          let speaker = order[row]
          var name = "Unattributed"
          if speaker < count {
            name = article.speakers[speaker].name
            if let description = article.speakers[speaker].description { name += ", \(description)" }
          }
          let share = "\((100 * words[speaker] + sum / 2) / sum)%"
          return IndexList.Entry(
            text: name, detail: "\(quotes[speaker])  \(share)", destination: .article(.quote(first[speaker])),
            cells: [name, "\(quotes[speaker])", "\(words[speaker])", share])
        },
        rowOf: { selection in
          guard case .quote(let quote) = selection, article.quotes.indices.contains(quote) else { return nil }
          return places[article.quotes[quote].speaker ?? count]
        },
        sorted: { column in
          let rows = order.indices.map { Int32($0) }
          switch column {
          case 1: return rows.sorted { quotes[order[Int($0)]] < quotes[order[Int($1)]] }
          case 2, 3: return rows.sorted { words[order[Int($0)]] < words[order[Int($1)]] }
          default:
            let names = order.map { $0 < count ? article.speakers[$0].name : "Unattributed" }
            return rows.sorted { names[Int($0)] < names[Int($1)] }
          }
        }))
  }

  /// Titles, terms and other words in quotation marks.
  static func quotedWords(of article: Article) -> IndexList {
    IndexList(
      IndexList.Source(
        count: article.quotedWords.count,
        entry: { row in
          let words = article.quotedWords[row]
          return IndexList.Entry(
            text: article.body.string(words.range), detail: words.kind.rawValue,
            destination: .article(.quotedWords(row)))
        },
        rowOf: { selection in
          guard case .quotedWords(let row) = selection, article.quotedWords.indices.contains(row) else {
            return nil
          }
          return row
        }))
  }
}
