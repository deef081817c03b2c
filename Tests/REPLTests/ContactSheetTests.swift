import Semantics
import Testing

@testable import REPL

@Suite struct ContactSheetTests {
    @Test(
        "the attribute with the most values runs across, the others that vary run down",
        arguments: [
            ("sex in [m, f] age 10..80 fst I..VI n 1", "sex*fst", "age"),
            ("sex in [m, f] n 1", "diagnosis", "sex"),
            ("age 10..80 n 1", "diagnosis", "age"),
        ])
    func lies(clauses: String, rows: String, columns: String) throws {
        let cohort = try #require(CheckedCohort.of(clauses))
        let sheet = ContactSheet(of: cohort)
        #expect(sheet.columns == columns)
        #expect(Set(sheet.rows.split(separator: "*")) == Set(rows.split(separator: "*")))
    }
}
