import Foundation
import TestSupport
import Testing

extension EndToEndTests {
  /// The library through the real binary.
  @Suite("The library", .serialized, .enabled(if: Program.isThere, "needs the binary"))
  struct LibraryTests {
    private static let text = """
      The gate

      The outer gate was raised on Monday, said the harbour master, Ilse Marten.

      It had been closed since March.
      """

    private func run(_ scratch: Scratch, _ command: String, input: String = "") throws -> Program.Result {
      try Program.shell(
        "cd '\(scratch.folder.path)'; \(command)", input: input,
        environment: ["XDG_DATA_HOME": scratch.path("data"), "HOME": scratch.folder.path])
    }

    private func folderOfPages(_ count: Int) throws -> Scratch {
      let scratch = try Scratch()
      try FileManager.default.createDirectory(
        at: scratch.folder.appendingPathComponent("pages/more"), withIntermediateDirectories: true)
      for number in 0..<count {
        let place = number % 3 == 0 ? "pages/more" : "pages"
        try scratch.write(
          "<html><title>Page \(number)</title><body><h1>Page \(number)</h1><p>The lock number\(number) was opened by the water board on a rainy day, and everybody went home happy.</p></body></html>",
          to: "\(place)/\(number).html")
      }
      return scratch
    }

    @Test("A folder of pages is added, listed, searched, exported, and imported elsewhere")
    func wholeWay() throws {
      let scratch = try folderOfPages(50)
      let added = try run(scratch, "$P library add pages --tags water")
      #expect(added.text == "50 added\n")
      #expect(added.status == 0)
      #expect(try run(scratch, "$P library list | wc -l").text == "50\n")
      let found = try run(scratch, "$P library search number17")
      #expect(found.text.contains("Page 17") && found.text.split(separator: "\n").count == 1)
      let id = String(found.text.prefix { $0 != "\t" })
      #expect(
        try run(scratch, "$P library star \(id) && $P library list --shelf starred").text.contains("Page 17"))
      #expect(try run(scratch, "$P library tag").text == "water\t50\n")
      #expect(try run(scratch, "$P export library:\(id)").text.contains("number17"))
      #expect(try run(scratch, "$P library remove \(id); $P library list | wc -l").text == "49\n")
      #expect(try run(scratch, "$P library restore \(id); $P library list | wc -l").text == "50\n")
      let copy = try run(
        scratch,
        "$P library export > all.jsonl && wc -l < all.jsonl && XDG_DATA_HOME=$PWD/other $P library import all.jsonl && XDG_DATA_HOME=$PWD/other $P library export > again.jsonl && cmp <(sort all.jsonl) <(sort again.jsonl) && echo same"
      )
      #expect(copy.text == "50\n50 added\nsame\n")
      #expect(try run(scratch, "$P library check").status == 0)
    }

    @Test("What cannot be added is told, and the rest is added")
    func partialAdd() throws {
      let scratch = try folderOfPages(3)
      try scratch.write(Data([0x89, 0x50, 0x4E, 0x47]), to: "pages/picture.png")
      let result = try run(scratch, "$P library add pages nothing.html")
      #expect(result.status == 1)
      #expect(result.text == "3 added\n")
      #expect(result.errorLines.count == 2)
    }

    @Test("A library survives being killed at any moment of a long addition")
    func killed() throws {
      let scratch = try folderOfPages(400)
      for milliseconds in [5, 40, 90, 150, 250, 400, 700] {
        let result = try run(
          scratch,
          """
          $P library add pages >/dev/null 2>&1 & child=$!
          sleep \(Double(milliseconds) / 1000); kill -9 $child 2>/dev/null; wait $child 2>/dev/null
          $P library check && $P library list >/dev/null && echo well
          """)
        #expect(result.text.hasSuffix("well\n"), "\(milliseconds) ms: \(result.errors)")
      }
    }

    @Test("A damaged library is moved aside and told; a foreign one is left alone")
    func damaged() throws {
      let scratch = try folderOfPages(1)
      try FileManager.default.createDirectory(
        at: scratch.folder.appendingPathComponent("data/pullquote"), withIntermediateDirectories: true)
      try scratch.write(String(repeating: "no database ", count: 1000), to: "data/pullquote/library.sqlite")
      let result = try run(scratch, "$P library add pages; $P library list; ls data/pullquote")
      #expect(result.text.contains("Page 0"))
      #expect(result.text.contains("library.sqlite.damaged-"))
    }

    @Test("A library in a folder that cannot be written to is listed, searched and read, and stays as it is")
    func readOnly() throws {
      let scratch = try folderOfPages(3)
      // Root may write everywhere, so somebody else reads; they need the program where they may go.
      let result = try run(
        scratch,
        """
        $P library add pages >/dev/null; cp $P program; chmod 755 .; chmod -R a-w,a+rX data program
        [ "$(id -u)" != 0 ] || as='setpriv --reuid 65534 --regid 65534 --clear-groups'
        $as ./program library list | wc -l; $as ./program library search number1
        $as ./program export library:1 | head -c 4; echo; ls data/pullquote
        $as ./program library star 1 2>&1
        """)
      let lines = result.text.split(separator: "\n").map(String.init)
      #expect(lines.first == "3")
      #expect(lines.contains { $0.contains("Page 1") })
      #expect(lines.contains("Page"))
      #expect(lines.contains("library.sqlite") && !lines.contains { $0.hasSuffix("-shm") })
      #expect(lines.last?.contains("cannot be written to") == true)
    }

    @Test("Nobody else can read what is kept, even in a folder that they can read")
    func permissions() throws {
      let scratch = try folderOfPages(1)
      let result = try run(
        scratch,
        "umask 022; mkdir -p data/pullquote; $P library add pages >/dev/null; stat -c '%a' data/pullquote/*")
      #expect(result.text == "600\n")
    }

    @Test("Words that begin with a hyphen leave articles out, and are no options")
    func without() throws {
      let scratch = try Scratch()
      for (name, words) in [("a", "The harbour has a bridge."), ("b", "The harbour has a quay.")] {
        try scratch.write(words, to: "\(name).txt")
      }
      let found = try run(
        scratch,
        "$P library add a.txt b.txt >/dev/null; $P library search harbour -bridge; echo; $P library search quay -harbour --limit 5"
      )
      #expect(found.status == 0)
      let lines = found.text.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].contains("b.txt"), "\(found.text)\(found.errors)")
      #expect(try run(scratch, "$P library search -h").text.contains("USAGE: pullquote library search"))
      #expect(try run(scratch, "$P library search harbour --nonsense").status == 2)
    }

    @Test("What comes through a pipe is added once, however often it comes")
    func piped() throws {
      let scratch = try Scratch()
      try scratch.write("The harbour has a bridge.", to: "a.txt")
      let added = try run(
        scratch,
        "$P library add - --tags water <a.txt; $P library add <a.txt; $P library add -- - <a.txt; $P library list"
      )
      #expect(added.status == 0)
      let lines = added.text.split(separator: "\n")
      #expect(lines.count == 4 && lines[3].contains("water"), "\(added.text)")
      #expect(try run(scratch, "$P library add - - <a.txt").status == 2)
      let empty = try run(scratch, "$P library add - </dev/null")
      #expect(empty.status == 1 && empty.errors.hasPrefix("pullquote: standard input: "), "\(empty.errors)")
    }

    @Test("What is missing or no article of a library is told with its name")
    func imports() throws {
      let scratch = try folderOfPages(1)
      try scratch.write("{\"schema\": 1}\nwords\n", to: "bad.jsonl")
      let missing = try run(scratch, "$P library import nosuch")
      #expect(missing.status == 1 && missing.errors == "pullquote: nosuch: no such file; check the name\n")
      let folder = try run(scratch, "$P library import pages")
      #expect(folder.status == 1 && folder.errors.contains("is a directory"))
      let bad = try run(scratch, "$P library import bad.jsonl")
      #expect(bad.status == 1)
      #expect(bad.errorLines.map { $0.contains("bad.jsonl, line") } == [true, true], "\(bad.errors)")
      #expect(!bad.errors.contains("the library failed"))
      let highlights = try run(scratch, "$P library highlights 99")
      #expect(highlights.status == 1 && highlights.errors.contains("there is no article 99"))
    }

    @Test("An article of the library is read as another format when that is asked for, and is one article")
    func otherFormat() throws {
      let scratch = try folderOfPages(1)
      let result = try run(
        scratch, "$P library add pages >/dev/null; $P export library:1 --input-format text")
      #expect(result.text.contains("<title>Page 0</title>"))
      let beyond = try run(scratch, "$P export library:1 --article 2")
      #expect(beyond.status == 1 && beyond.errors.contains("there is no article 2"))
      #expect(try run(scratch, "$P export library:1 --article 1").status == 0)
    }

    private static let mailbox = (1...3).map {
      "From a@quay.example Mon Jan  \($0) 10:00:00 2024\nFrom: Ilse Marten <a@quay.example>\nSubject: Letter \($0)\n"
        + "Message-ID: <\($0)@quay.example>\n\nThe words of letter number\($0).\n\n"
    }.joined()

    private static func feed(_ count: Int) -> String {
      let items = (1...count).map {
        "<item><title>Story \($0)</title><link>https://quay.example/\($0)</link><description>The words of story number\($0).</description></item>"
      }
      return "<rss version='2.0'><channel><title>The Quay Post</title>\(items.joined())</channel></rss>"
    }

    @Test("All articles of a feed and of a mailbox are added, once, each with what is its own")
    func severalArticles() throws {
      let scratch = try Scratch()
      try scratch.write(Self.feed(3), to: "rss.xml")
      try scratch.write(Self.mailbox, to: "letters.mbox")
      let same =
        "<rss version='2.0'><channel>"
        + String(
          repeating: "<item><title>Twice</title><description>The same words.</description></item>", count: 2)
        + "</channel></rss>"
      try scratch.write(same, to: "same.xml")
      #expect(try run(scratch, "$P library add rss.xml letters.mbox same.xml").text == "8 added\n")
      #expect(
        try run(scratch, "$P library add rss.xml letters.mbox; $P library list | wc -l").text
          == "6 added\n8\n")
      for (word, title) in [("story number2", "Story 2"), ("letter number3", "Letter 3")] {
        let found = try run(scratch, "$P library search '\(word)'").text
        #expect(found.contains(title) && found.split(separator: "\n").count == 1, "\(found)")
        let id = found.prefix { $0 != "\t" }
        let text = try run(scratch, "$P export library:\(id)").text
        #expect(text.contains(title) && text.contains("words of \(word)"), "\(text)")
        #expect(try run(scratch, "$P export library:\(id) --article 2").status == 1)
        // What belongs to the others is not kept with it.
        #expect(
          !(try run(
            scratch, "$P library export \(id) | grep -o '\"bytes\":\"[^\"]*' | cut -d'\"' -f4 | base64 -d"
          ).text.contains("number1")))
      }
      let copy = try run(
        scratch,
        "$P library export > all.jsonl; XDG_DATA_HOME=$PWD/other $P library import all.jsonl; XDG_DATA_HOME=$PWD/other $P library search story | wc -l"
      )
      #expect(copy.text == "8 added\n3\n")
      try scratch.write(
        "<opml version='2.0'><body><outline text='Quay' xmlUrl='https://quay.example/feed'/></body></opml>",
        to: "feeds.opml")
      try scratch.write(
        "<rss version='2.0'><channel><item><description>Words of an entry without a title.</description></item><item><title>T</title></item></channel></rss>",
        to: "untitled.xml")
      #expect(
        try run(scratch, "$P library add untitled.xml; $P library list").text.contains(
          "\tWords of an entry without a title.\t"))
      let list = try run(scratch, "$P library add feeds.opml")
      #expect(list.status == 1 && list.errors.contains("list of feeds"))
    }

    @Test("A missing home, one that cannot be made, and a full disk are told in one line")
    func noHome() throws {
      let scratch = try folderOfPages(1)
      try scratch.write("", to: "file")
      for setup in ["unset XDG_DATA_HOME HOME", "export XDG_DATA_HOME=$PWD/file"] {
        let result = try run(scratch, "\(setup); $P library list")
        #expect(result.status == 1)
        #expect(result.errorLines.count == 1)
      }
    }
  }

  /// The library in a terminal.
  @Suite(
    "The library in a terminal", .serialized,
    .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"))
  struct LibraryScreenTests {
    private static let story = (1...60).map { "Paragraph number \($0) stands here." }.joined(
      separator: "\n\n")

    @Test("What is read is kept, and opens at the same place with the same folds")
    func place() throws {
      let session = try TerminalSession(
        "$P story.txt; $P story.txt; $P", setup: "unset XDG_DATA_HOME PULLQUOTE_PRIVATE",
        files: ["story.txt": Self.story])
      session.expect("Paragraph number 1 ")
      session.press("G")
      session.expect("Paragraph number 60 ")
      // The place is kept once the library has taken the article in.
      usleep(500_000)
      session.press("q")
      session.expect("Paragraph number 60 ")
      usleep(300_000)
      session.press("q")
      session.expect("1 article")
      session.expect("story.txt")
      session.press("Enter")
      session.expect("Paragraph number 60 ")
      session.press("q")
      session.expect("1 article")
      session.press("D")
      session.expect("0 articles")
      session.press("U")
      session.expect("1 article")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("What came through a pipe is listed as standard input, and opens again")
    func pipe() throws {
      let session = try TerminalSession(
        "$P <story.html; $P library list; $P library:1",
        setup: "unset XDG_DATA_HOME PULLQUOTE_PRIVATE",
        files: [
          "story.html":
            "<html><head><title>The gate</title></head><body><p>The outer gate was raised on Monday after a month.</p></body></html>"
        ])
      session.expect("The outer gate was raised")
      usleep(500_000)
      session.press("q")
      session.expect("The outer gate was raised")
      session.press("q")
      session.expect("standard input")
      session.expectLeft(0)
    }

    @Test("Private reading writes nothing")
    func privateReading() throws {
      let session = try TerminalSession(
        "$P --private story.txt; PULLQUOTE_PRIVATE=1 $P story.txt; find . -name 'library*' | wc -l",
        setup: "unset XDG_DATA_HOME PULLQUOTE_PRIVATE", files: ["story.txt": Self.story])
      for _ in 0..<2 {
        session.expect("Paragraph number 1 ")
        session.press("G")
        session.expect("Paragraph number 60 ")
        usleep(200_000)
        session.press("q")
      }
      session.expect("\n0\n")
      session.expectLeft(0)
    }

    @Test("Without a folder for the library, reading goes on with a notice")
    func noFolder() throws {
      let session = try TerminalSession(
        "$P story.txt", setup: "touch file; export XDG_DATA_HOME=$PWD/file", files: ["story.txt": Self.story])
      session.expect("Paragraph number 1 ")
      session.expect("the library cannot be kept")
      session.press("G")
      session.expect("Paragraph number 60 ")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("A page that cannot be fetched any more is read from the library, and that is told")
    func kept() throws {
      let server = try LoopbackServer { _ in
        .page(
          "<html><head><title>The gate</title></head><body><article><h1>The gate</h1><p>The outer gate was raised on Monday after a month of work, said the harbour master.</p></article></body></html>"
        )
      }
      let address = server.root + "/story"
      let session = try TerminalSession(
        "$P \(address); $P \(address)", size: (120, 30),
        setup: "unset XDG_DATA_HOME PULLQUOTE_PRIVATE http_proxy https_proxy all_proxy")
      session.expect("The outer gate")
      usleep(500_000)
      server.stop()
      session.press("q")
      session.expect("This is what the library has")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("Reading again fetches the page anew, keeps the place and marks what is new")
    func reload() throws {
      let visits = Visits()
      let paragraphs = (1...40).map {
        "<p>Paragraph number \($0) stands here, and the harbour master said so.</p>"
      }
      .joined()
      let server = try LoopbackServer { request in
        guard request.target == "/story" else { return .status(404) }
        let visit = visits.next()
        if visit > 2 { return .status(500) }
        let comments = (1...visit + 1).map {
          "<li class='comment depth-1' id=comment-\($0)><article><footer class=comment-meta><b class=fn>Bo \($0)</b></footer><div class=comment-content><p>Words of comment \($0) about the gate.</p></div></article></li>"
        }.joined()
        return .page(
          "<html><head><title>The gate</title></head><body><article><h1>The gate</h1>\(paragraphs)</article><div id=comments><ol class=comment-list>\(comments)</ol></div></body></html>"
        )
      }
      let session = try TerminalSession(
        "$P \(server.root)/story", size: (120, 30),
        setup: "unset XDG_DATA_HOME PULLQUOTE_PRIVATE http_proxy https_proxy all_proxy")
      session.expect("2 comments")
      session.press("G")
      session.expect("Paragraph number 40 ")
      usleep(500_000)
      session.press("R")
      session.expect("1 new")
      session.expect("Paragraph number 40 ")
      session.press("R")
      session.expect("This is what the library has")
      session.expect("Paragraph number 40 ")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("A page from an address comes with its comments, and a second visit marks the new ones")
    func address() throws {
      let visits = Visits()
      let server = try LoopbackServer { request in
        guard request.target == "/story" else { return .status(404) }
        let count = visits.next() == 1 ? 2 : 3
        let comments = (1...count).map {
          "<li class='comment depth-1' id=comment-\($0)><article><footer class=comment-meta><b class=fn>Bo \($0)</b></footer><div class=comment-content><p>Words of comment \($0) about the gate.</p></div></article></li>"
        }.joined()
        return .page(
          "<html><head><title>The gate</title></head><body><article><h1>The gate</h1><p>The outer gate was raised on Monday after a month of work, said the harbour master.</p><p>It had been closed since the storm of the third week of March, when two hinges gave way.</p></article><div id=comments><ol class=comment-list>\(comments)</ol></div></body></html>"
        )
      }
      let address = server.root + "/story"
      let session = try TerminalSession(
        "$P \(address); $P \(address); $P \(server.root)/nothing", size: (120, 40),
        setup: "unset XDG_DATA_HOME PULLQUOTE_PRIVATE http_proxy https_proxy all_proxy")
      session.expect("2 comments")
      usleep(500_000)
      session.press("q")
      session.expect("1 new")
      session.press("]", "n")
      session.expect("3/3")
      session.press("q")
      session.expect("is not there (status 404)")
      // On a slow machine the failure is told on the screen, and waits for a key.
      if !session.screen.contains("the program left") { session.press("q") }
      session.expectLeft(1)
    }
  }
}

/// Counts requests.
private final class Visits: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
