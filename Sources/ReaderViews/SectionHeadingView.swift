import ArticleModel
import ReaderCore
import TerminalUI
import Themes

/// The rule above the comments of one of several sources: what it is called, how many comments it has.
struct SectionHeadingView {
  let theme: Theme

  func draw(
    _ section: ThreadSection, isSelected: Bool, _ glyphs: Glyphs, x: Int, y: Int, limit: Int,
    on surface: inout Surface
  ) {
    let look: (Scope) -> Style = { scope in
      theme.style(isSelected ? ScopeStack(scope, .commentSelected) : ScopeStack(scope))
    }
    let rule = look(.commentFold)
    var column = surface.write(
      glyphs.horizontal + glyphs.horizontal + " ", x: x, y: y, limit: limit, style: rule)
    column = surface.write(section.title, x: column, y: y, limit: limit, style: look(.heading))
    let facts = Self.facts(of: section).map { " \(glyphs.separator) \($0)" }.joined() + " "
    column = surface.write(facts, x: column, y: y, limit: limit, style: look(.commentMeta))
    surface.write(
      String(repeating: glyphs.horizontal, count: max(0, limit - 1 - column)), x: column, y: y, limit: limit,
      style: rule)
  }

  static func facts(of section: ThreadSection) -> [String] {
    let count = section.commentCount
    var facts = ["\(count) comment\(count == 1 ? "" : "s")"]
    if section.sharedCount > 0 { facts.append("\(section.sharedCount) of them above") }
    if let note = section.note { facts.append(note.missing.map { "\($0) missing" } ?? "incomplete") }
    return facts
  }
}
