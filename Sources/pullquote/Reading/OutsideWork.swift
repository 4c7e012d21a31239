import ArticleExport
import ArticleModel
import CNcurses
import CursesBackend
import Glibc
import ReaderCore
import ReaderViews

/// What a reading session does outside of its screen: files, other programs, the clipboard.
///
/// Each returns a line for the user.
struct OutsideWork {
  let terminal: CursesTerminal
  let mailbox: Mailbox

  /// Copies words.
  func copy(_ text: String, command: [String]?) -> String? {
    Clipboard(command: command).copy(text, through: terminal)
  }

  /// Writes the screen's text into a file; one that is there is written over.
  func saveScreen(_ lines: [String], to path: String) -> String {
    write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path, replacing: true)
  }

  /// Writes an article, or a part of it, into a file that is not there yet.
  func export(_ request: ExportRequest, of article: Article) -> String {
    write(bytes(of: request.content, article), to: request.path, replacing: false)
  }

  /// Opens an address in the browser, in the background.
  func open(_ address: String, browser: [String]?) {
    let command = (browser ?? ChildProcess.command(in: ["BROWSER"]) ?? ["xdg-open"]) + [address]
    let mailbox = mailbox
    BackgroundWork.start {
      if ChildProcess.run(command, input: nil, isQuiet: true) != 0 {
        mailbox.post(.notice("\(command[0]) could not open \(address); set BROWSER to a program that can"))
      }
    }
  }

  /// Hands words to a command line, which has the terminal for its output.
  func pipe(_ words: String?, to command: String, of article: Article) -> String {
    let input = words.map { Array($0.utf8) } ?? TextExport(width: 80).article(article)
    let status = terminal.handOver {
      let status = ChildProcess.run(["sh", "-c", command], input: input, isQuiet: false)
      StandardOutput.write("\n[Enter goes back to Pullquote]")
      _ = ChildProcess.run(["sh", "-c", "read -r _ < /dev/tty"], input: nil, isQuiet: false)
      return status
    }
    return status == 0 ? "done: \(command)" : "\(command) ended with status \(status)"
  }

  /// Shows the article's text in an editor or pager.
  func show(_ article: Article, in program: Effect.Program, configured: [String]?) -> String? {
    let variables = program == .editor ? ["VISUAL", "EDITOR"] : ["PAGER"]
    let command =
      configured ?? ChildProcess.command(in: variables) ?? [program == .editor ? "vi" : "less"]
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/pullquote-XXXXXX.md".utf8CString)
    let file = mkstemps(&template, 3)
    guard file >= 0 else { return "no file can be made in \(folder)" }
    close(file)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    _ = write(MarkdownExport().article(article), to: path, replacing: true)
    let status = terminal.handOver { ChildProcess.run(command + [path], input: nil, isQuiet: false) }
    return status == 0 ? nil : "\(command[0]) ended with status \(status)"
  }

  private func bytes(of content: ExportRequest.Content, _ article: Article) -> [UInt8] {
    switch content {
    case .articleMarkdown: MarkdownExport().article(article)
    case .articleText: TextExport(width: 80).article(article)
    case .articleJSON: JSONExport(isPretty: true).article(article)
    case .quotesMarkdown: MarkdownExport().quotes(article)
    case .quotesCSV: CSVExport().quotes(article)
    case .quotesJSON: JSONExport(isPretty: true).quotes(article)
    case .figuresMarkdown: MarkdownExport().figures(article)
    case .figuresCSV: CSVExport().figures(article)
    case .figuresJSON: JSONExport(isPretty: true).figures(article)
    case .commentsMarkdown: MarkdownExport().comments(article)
    case .commentsText: TextExport(width: 80).comments(article)
    case .commentsCSV: CSVExport().comments(article)
    case .commentsJSON: JSONExport(isPretty: true).comments(article)
    }
  }

  private func write(_ bytes: [UInt8], to path: String, replacing: Bool) -> String {
    var place = path
    if path.hasPrefix("~/"), let home = getenv("HOME") { place = String(cString: home) + path.dropFirst() }
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
    let file = Glibc.open(place, flags, 0o644)
    guard file >= 0 else {
      if errno == EEXIST { return "\(path) is there already; choose another name" }
      return "\(path) cannot be written: \(String(cString: strerror(errno)))"
    }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return "\(path) cannot be written: \(String(cString: strerror(errno)))" }
      rest = rest.dropFirst(count)
    }
    return "written: \(path)"
  }
}
