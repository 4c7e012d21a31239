import Testing

/// Runs of the real binary, one after the other: several at once would wait for each other on a small machine.
///
/// They need the binary beside the test bundle and, for what happens in a terminal, tmux; without them the tests are
/// reported as skipped.
@Suite(.serialized)
enum EndToEndTests {}
