import CNcurses
import Glibc

// A synchronous main that owns the terminal: with `await` at top level the main actor would move to another thread.
// The common case, one source and no options, is told apart by hand, because reading options costs more than
// everything else before the first screen.
signal(SIGPIPE, SIG_IGN)  // A closed pipe is seen where it is written to, and ends the program quietly.
if let source = DirectCall.source {
  leave(ReadingSession(ReadingSource(source), options: ReadingOptions()).run())
}
var arguments: [String] = []
while let argument = pq_argument(Int32(arguments.count) + 1) { arguments.append(String(cString: argument)) }
leave(PullquoteCommand.run(arguments))
