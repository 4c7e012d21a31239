import Testing

@testable import ArticleSources

struct NetworkAddressTests {
  @Test(
    "Addresses outside of the public internet are told",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
      "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
      "224.0.0.1", "255.255.255.255", "0x7f.1", "2130706433", "127.1", "0177.0.0.1", "[::]", "[::1]",
      "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]",
      "[fc00::1]",
      "[fd12:3456::1]", "[ff02::1]", "[2001:db8::1]", "[::127.0.0.1]", "[100::1]", "[2001::1]",
    ])
  func privateAddresses(host: String) throws {
    let address = try #require(NetworkAddress(host: host))
    #expect(!address.isPublic)
  }

  @Test(
    "Public addresses are public",
    arguments: [
      "1.1.1.1", "9.9.9.9", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
      "193.0.0.1",
      "223.255.255.254", "[2606:4700::1111]", "[2a00:1450::1]", "[::ffff:1.1.1.1]", "[64:ff9b::101:101]",
      "[2001:4860:4860::8888]",
    ])
  func publicAddresses(host: String) throws {
    let address = try #require(NetworkAddress(host: host))
    #expect(address.isPublic)
  }

  @Test("Names are no numbers")
  func names() {
    #expect(NetworkAddress(host: "example.org") == nil)
    #expect(NetworkAddress(host: "[example]") == nil)
    #expect(NetworkAddress([1, 2, 3]) == nil)
  }

  @Test("The proxy of the environment is used but for the hosts that it excepts")
  func proxies() throws {
    let values = [
      "http_proxy": "http://proxy:3128", "HTTPS_PROXY": "http://secure:3128", "no_proxy": "localhost, .lan",
    ]
    let choice = ProxyChoice { values[$0] }
    #expect(choice.proxy(for: try #require(WebAddress("http://example.org"))) == "http://proxy:3128")
    #expect(choice.proxy(for: try #require(WebAddress("https://example.org"))) == "http://secure:3128")
    #expect(choice.proxy(for: try #require(WebAddress("http://nas.lan"))).isEmpty)
    #expect(choice.proxy(for: try #require(WebAddress("http://lan"))).isEmpty)
    #expect(ProxyChoice.shown("http://ilse:secret@proxy.example:3128/") == "proxy.example:3128")
    #expect(ProxyChoice.shown("127.0.0.1:1") == "127.0.0.1:1")
    #expect(ProxyChoice.shown("socks5://[::1]:1080\u{1B}") == "[::1]:1080")
    #expect(ProxyChoice { _ in nil }.proxy(for: try #require(WebAddress("http://example.org"))).isEmpty)
  }

  @Test(
    "Dates of HTTP are read",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("soon", nil), ("Sun, 06 Nov 1994 28:49:37 GMT", nil),
    ] as [(String, Int64?)])
  func dates(text: String, seconds: Int64?) {
    #expect(HTTPDate.seconds(of: text) == seconds)
  }
}
