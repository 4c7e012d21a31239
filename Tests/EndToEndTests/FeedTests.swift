import Foundation
import TestSupport
import Testing

extension EndToEndTests {
  /// Sources with several articles in a terminal.
  @Suite(
    "Feeds and lists of feeds", .serialized,
    .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"))
  struct FeedTests {
    private static let usual = "unset XDG_DATA_HOME PULLQUOTE_PRIVATE http_proxy https_proxy all_proxy"

    private static func feed(_ root: String = "https://quay.example") -> String {
      let items = (1...3).map {
        "<item><title>Story \($0)</title><link>\(root)/story/\($0)</link><description>&lt;p&gt;The words of story \($0) about the gate.&lt;/p&gt;</description></item>"
      }
      return
        "<?xml version='1.0'?><rss version='2.0'><channel><title>The Quay Post</title>\(items.joined())</channel></rss>"
    }

    @Test("From an entry the next unread one is a key away, and the list knows which were read")
    func onwards() throws {
      let session = try TerminalSession("$P feed.xml", setup: Self.usual, files: ["feed.xml": Self.feed()])
      session.expect("3 unread")
      // Unread ones only: what was read leaves the list.
      session.press("f", "Enter")
      session.expect("The words of story 1")
      session.press("]", "e")
      session.expect("The words of story 2")
      session.press("]", "e")
      session.expect("The words of story 3")
      session.press("[", "e")
      session.expect("everything here has been read")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("A feed opens as a list, its entries are read one by one, and which were read is remembered")
    func file() throws {
      let session = try TerminalSession(
        "$P feed.xml; $P feed.xml; $P", setup: Self.usual, files: ["feed.xml": Self.feed()])
      session.expect("The Quay Post · 3 articles · 3 unread")
      session.press("j", "Enter")
      session.expect("The words of story 2")
      usleep(500_000)
      session.press("q")
      session.expect("2 unread")
      session.press("q")
      // The second time.
      session.expect("The Quay Post · 3 articles · 2 unread")
      session.press("A")
      session.expectNo("2 unread")
      session.press("q")
      // The library has the entry, and opens that one and not the first of the feed.
      session.expect("Story 2")
      session.press("Enter")
      session.expect("The words of story 2")
      session.press("q", "q")
      session.expectLeft(0)
    }

    @Test("A feed from a pipe is a list; in private mode nothing of it is kept")
    func pipe() throws {
      let session = try TerminalSession(
        "$P --private <feed.xml; ls .local", setup: Self.usual, files: ["feed.xml": Self.feed()])
      session.expect("3 unread")
      session.press("Enter")
      session.expect("The words of story 1")
      session.press("q")
      session.expect("2 unread")
      session.press("q")
      session.expect("No such file")
    }

    @Test("A list of feeds leads to a feed, its entry, and the entry's page with its comments")
    func feeds() throws {
      let server = try LoopbackServer { request in
        switch request.target {
        case "/feed":
          .page(
            Self.feed("http://\(request.headers["host"] ?? "")"),
            headers: ["content-type": "application/rss+xml"])
        case "/story/1":
          .page(
            "<html><head><title>Story 1</title></head><body><article><h1>Story 1</h1><p>The whole page of the first story, which is longer than what the feed has of it, said the harbour master.</p></article></body></html>"
          )
        default: .status(404)
        }
      }
      let list =
        "<opml version='2.0'><body><outline text='Quay' xmlUrl='\(server.root)/feed'/><outline text='Gone' xmlUrl='\(server.root)/gone'/><outline text='Disk' xmlUrl='/etc/passwd'/></body></opml>"
      let session = try TerminalSession(
        "$P feeds.opml", size: (120, 30), setup: Self.usual, files: ["feeds.opml": list])
      session.expect("feeds.opml · 3 feeds")
      session.press("Enter")
      session.expect("The Quay Post · 3 articles")
      session.press("R")
      session.expect("The whole page of the first story")
      session.press("q")
      session.expect("The Quay Post · 3 articles · 2 unread")
      session.press("q")
      session.expect("3 feeds")
      session.press("j", "Enter")
      session.expect("is not there (status 404)")
      if !session.screen.contains("3 feeds") { session.press("q") }
      session.expect("3 feeds")
      session.press("j", "Enter")
      session.expect("is no address on the web")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("An entry that is chosen by number, from the list, or added with its feed is kept once")
    func keptOnce() throws {
      let session = try TerminalSession(
        "$P --article 2 feed.xml; (cd more; $P ../feed.xml; $P library add ../feed.xml); $P library list | wc -l",
        setup: Self.usual + "; mkdir -p more", files: ["feed.xml": Self.feed()])
      session.expect("The words of story 2")
      usleep(500_000)
      session.press("q")
      session.expect("3 articles")
      session.press("j", "Enter")
      session.expect("The words of story 2")
      usleep(500_000)
      session.press("q", "q")
      session.expect("3 added\n3\n")
      session.expectLeft(0)
    }

    @Test("A folder opens as a list of what is in it, without what belongs to its pages")
    func folder() throws {
      let session = try TerminalSession(
        "$P --private pages; $P --private one; $P --private none",
        setup: Self.usual
          + "; mkdir -p pages/more pages/story_files one none; mv a.html pages/story.html; mv b.txt pages/more; cp feed.xml pages; cp feed.xml one/feed.css; mv c.html one; mkfifo pages/pipe; printf '\\211PNG' > pages/gull.png; cp feed.xml pages/story_files/x.html",
        files: [
          "a.html":
            "<html><head><title>The gate</title></head><body><p>The outer gate was raised on Monday after a month of work.</p></body></html>",
          "b.txt": "A text about the quay.\n", "feed.xml": Self.feed(),
          "c.html":
            "<html><head><title>Alone</title></head><body><p>The only page of its folder has these words.</p></body></html>",
        ])
      session.expect("pages · 3 articles")
      session.expect("The gate")
      session.expect("b.txt")
      session.expect("The Quay Post (3 articles)")
      session.expect("not listed")
      session.press("/", "o", "u", "t", "e", "r", "Enter")
      session.expect("1 article")
      session.press("Enter")
      session.expect("The outer gate was raised")
      session.press("q", "q")
      session.expect("The only page of its folder")
      session.press("q")
      session.expect("folder without files")
      session.expectLeft(1)
    }

    @Test("The format and the comment system that are asked for hold for addresses, too")
    func addressOptions() throws {
      let server = try LoopbackServer { request in
        guard request.target == "/story" else { return .status(404) }
        return .page(
          "<html><head><title>The gate</title></head><body><article><h1>The gate</h1><p>The outer gate was raised on Monday after a month of work, said the harbour master.</p></article><div id=comments><ol class=comment-list><li class='comment depth-1' id=comment-1><article><footer class=comment-meta><b class=fn>Bo</b></footer><div class=comment-content><p>Words of a comment about the gate.</p></div></article></li></ol></div></body></html>"
        )
      }
      func run(_ options: String) throws -> Program.Result {
        try Program.shell(
          "$P export --format json \(options) \(server.root)/story",
          environment: ["http_proxy": "", "all_proxy": ""])
      }
      let usual = try run("")
      #expect(usual.text.contains("\"adapter\": \"wordpress\""), "\(usual.text.prefix(300))")
      let text = try run("--input-format text")
      #expect(text.text.contains("\"format\": \"text\"") && text.text.contains("<h1>"))
      #expect(try run("--comment-system drupal").text.contains("\"adapter\": \"wordpress\"") == false)
      let opml = try run("--input-format opml")
      #expect(opml.status == 1 && opml.errors.contains("not a list of feeds"))
    }

    @Test("Without a terminal all that a folder holds is put out")
    func folderExport() throws {
      let scratch = try Scratch()
      try FileManager.default.createDirectory(
        at: scratch.folder.appendingPathComponent("pages/a_files"), withIntermediateDirectories: true)
      try scratch.write("<!DOCTYPE html><title>A</title><p>The words of the page.", to: "pages/a.html")
      try scratch.write("<!DOCTYPE html><p>An advertisement.", to: "pages/a_files/frame.html")
      try scratch.write("body { color: red }", to: "pages/style.css")
      try scratch.write(Self.feed(), to: "pages/feed.xml")
      try scratch.write(Data([0x89, 0x50, 0x4E, 0x47]), to: "pages/gull.png")
      let all = try Program.run("export", scratch.path("pages"))
      #expect(all.text.contains("words of the page"))
      #expect(all.text.components(separatedBy: "The words of story").count == 4)
      #expect(!all.text.contains("advertisement") && !all.text.contains("color"))
      #expect(all.status == 1 && all.errorLines.count == 1 && all.errors.contains("gull.png"))
      let one = try Program.run("export", scratch.path("pages"), "--article", "1")
      #expect(one.status == 0 && one.text.contains("words of the page") && !one.text.contains("story"))
      let beyond = try Program.run("export", scratch.path("pages"), "--article", "4")
      #expect(beyond.status == 1 && beyond.errors.contains("holds 3"))
      let batch = try Program.run(
        "quotes", "--batch", input: "{\"id\": 7, \"path\": \"\(scratch.path("pages"))\"}\n")
      let lines = batch.text.split(separator: "\n")
      #expect(lines.count == 5 && lines.allSatisfy { $0.hasPrefix("{\"id\":7,") })
      #expect(lines.count { $0.contains("\"error\"") } == 1)
    }

    @Test("Without a terminal every entry of a feed from the web is put out")
    func export() throws {
      let server = try LoopbackServer { _ in
        .page(Self.feed(), headers: ["content-type": "application/rss+xml"])
      }
      let result = try Program.shell(
        "$P export \(server.root)/feed; $P export --article 2 \(server.root)/feed",
        environment: ["http_proxy": "", "all_proxy": ""])
      #expect(result.text.components(separatedBy: "The words of story").count == 5)
    }
  }
}
