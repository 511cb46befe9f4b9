import Foundation
import Testing

@testable import Press

struct EndingSignalTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal in the midst of a file ends the program when the file is whole`(
    number: Int32
  ) async throws {
    let result = try await #require(
      processExitsWith: .signal(number), observing: [\.standardOutputContent]
    ) { [number] in
      endWithWholeFiles()
      writingWhole {
        raise(number)
        FileHandle.standardOutput.write(Data("whole".utf8))
      }
      FileHandle.standardOutput.write(Data("afterwards".utf8))
    }
    let said = String(decoding: result.standardOutputContent, as: UTF8.self)
    #expect(said.contains("whole") && !said.contains("afterwards"))
  }

  @Test func `a signal between files ends the program at once`() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      endWithWholeFiles()
      writingWhole {}
      raise(SIGTERM)
      exit(0)
    }
  }
}
