import ArticleModel

/// Headings, links, pictures, and what went wrong.
enum BlockLists {
  /// The headings, indented by level.
  static func outline(of article: Article) -> IndexList {
    let rows = article.body.blocks.indices.filter {
      if case .heading = article.body.blocks[$0].kind { true } else { false }
    }
    return IndexList(
      IndexList.Source(
        count: rows.count,
        entry: { row in
          let block = article.body.blocks[rows[row]]
          guard case .heading(let level) = block.kind else { return IndexList.Entry(text: "") }
          return IndexList.Entry(
            text: article.body.string(block.range), destination: .article(.heading(rows[row])),
            indent: 2 * (level - 1))
        },
        rowOf: { selection in
          guard case .heading(let block) = selection else { return nil }
          return rows.place(of: block)
        }))
  }

  /// The links of the article with where they lead.
  static func links(of article: Article) -> IndexList {
    let rows = article.body.inlines.indices.filter {
      if case .link = article.body.inlines[$0].kind { true } else { false }
    }
    return IndexList(
      IndexList.Source(
        count: rows.count,
        entry: { row in
          let inline = article.body.inlines[rows[row]]
          guard case .link(let target) = inline.kind else { return IndexList.Entry(text: "") }
          return IndexList.Entry(
            text: article.body.string(inline.range), detail: article.body.linkTargets[target],
            destination: .article(.link(rows[row])))
        },
        rowOf: { selection in
          guard case .link(let inline) = selection else { return nil }
          return rows.place(of: inline)
        }))
  }

  /// The pictures: what they show, or their captions, and where they are.
  static func pictures(of article: Article) -> IndexList {
    let rows = article.body.blocks.indices.filter {
      if case .picture = article.body.blocks[$0].kind { true } else { false }
    }
    return IndexList(
      IndexList.Source(
        count: rows.count,
        entry: { row in
          let block = article.body.blocks[rows[row]]
          guard case .picture(let index) = block.kind else { return IndexList.Entry(text: "") }
          let picture = article.body.pictures[index]
          let caption = article.body.string(block.range)
          let words = caption.isEmpty ? picture.alternativeText : caption
          return IndexList.Entry(
            text: words.isEmpty ? "without words" : words, detail: picture.source,
            destination: .article(.picture(rows[row])))
        },
        rowOf: { selection in
          guard case .picture(let block) = selection else { return nil }
          return rows.place(of: block)
        }))
  }

  /// What went wrong or was left out while reading.
  static func diagnostics(of article: Article) -> IndexList {
    IndexList(
      IndexList.Source(
        count: article.diagnostics.count,
        entry: { row in
          let problem = article.diagnostics[row]
          return IndexList.Entry(
            text: "\(problem.severity.rawValue): \(problem.message)", detail: problem.place ?? "")
        }))
  }
}

extension [Int] {
  /// Where a number is among ascending ones; `nil` when it is not.
  fileprivate func place(of number: Int) -> Int? {
    let place = partitioningIndex { $0 >= number }
    return place < count && self[place] == number ? place : nil
  }
}
