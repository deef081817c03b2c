import Diagnostics
import Testing

@testable import Syntax

@Suite("Golden cases")
struct GoldenTests {
    @Test("every stage of a case is as its file says", arguments: GoldenCase.all)
    func stages(_ golden: GoldenCase) throws {
        let stages = Stages.run(golden.source)
        if GoldenCase.updates { return try golden.write(stages) }
        for stage in stages {
            #expect(golden.stages[stage.title] ?? "" == stage.text, "\(golden.name): \(stage.title)")
        }
        #expect(Set(golden.stages.keys).isSubset(of: stages.map(\.title)), "\(golden.name) has other stages")
    }
}
