import Foundation
import Testing

@testable import Press

struct EndingSignalTests {
  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE])
  func `a signal in the midst of a file ends the program when the file is whole`(
    number: Int32
  ) async throws {
    let result = try await #require(
      processExitsWith: .signal(number), observing: [\.standardOutputContent]
    ) { [number] in
      endWithWholeFiles()
      writingWhole {
        send(number)
        FileHandle.standardOutput.write(Data("whole".utf8))
      }
      sleep(5)
      FileHandle.standardOutput.write(Data("afterwards".utf8))
    }
    let said = String(decoding: result.standardOutputContent, as: UTF8.self)
    #expect(said.contains("whole") && !said.contains("afterwards"))
  }

  @Test func `a signal that the program was started without hearing stays unheard`() async {
    await #expect(processExitsWith: .exitCode(3)) {
      signal(SIGHUP, SIG_IGN)
      endWithWholeFiles()
      send(SIGHUP)
      exit(3)
    }
  }

  @Test func `a signal between files ends the program at once`() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      endWithWholeFiles()
      writingWhole {}
      send(SIGTERM)
      sleep(5)
      exit(0)
    }
  }
}

/// Sends a signal to the program, whose main thread hears it in a moment.
private func send(_ number: Int32) {
  kill(getpid(), number)
  usleep(200_000)
}
