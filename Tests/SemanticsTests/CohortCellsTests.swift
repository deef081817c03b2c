import Diagnostics
import Testing

@testable import Semantics

@Suite("Cells that are made when asked for")
struct CohortCellsTests {
    private func cells(_ cohort: String) throws -> CohortCells {
        let source = Source(name: "t", text: "edition 2026\ncohort c = \(cohort)")
        let result = Checker.check(source: source, schema: NoFiles())
        return try #require(result.program?.cohort(named: "c"), "\(result.diagnostics)").cells
    }

    @Test("Counts through the axes in the order of their names, the last fastest")
    func countsThroughAxes() throws {
        let cells = try cells("sex in [m, f] fst I..III age in [30, 60] n 4")
        let wanted = ["30", "60"].flatMap { age in
            ["I", "II", "III"].flatMap { type in ["f", "m"].map { (age, type, $0) } }
        }.map { "age=\($0);diagnosis=melanoma;fst=\($1);sex=\($2)" }
        #expect(cells.map(\.canonicalText).sorted() == wanted.sorted())
        let ages = cells.map { $0.value(of: "age") }
        #expect(
            ages.prefix(6).allSatisfy { $0 == .number(30) } && ages.suffix(6).allSatisfy { $0 == .number(60) }
        )
        #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.value(of: "sex") != $1.value(of: "sex") })
        #expect((cells.count, cells.imageCount) == (12, 48))
    }

    @Test(
        "Gives the images of a total that are left over to the first cells",
        arguments: [1, 7, 11, 12, 13, 25])
    func sharesTotals(_ total: Int) throws {
        let cells = try cells("sex in [m, f] fst I..VI n \(total) total")
        #expect(cells.map(\.count) == (0..<12).map { (total + 11 - $0) / 12 })
        #expect(cells.imageCount == total)
    }

    @Test("Conditions leave the cells that a list of all would keep")
    func keepsCells() throws {
        let all = try cells("sex in [m, f] age 10..80 fst I..VI n 5")
        let some = try cells("sex in [m, f] age 10..80 fst I..VI n 5 where not (sex == m and age < 40)")
        let kept = all.filter { cell in
            guard case .number(let age)? = cell.value(of: "age") else { return false }
            return !(cell.value(of: "sex") == .name("m") && age < 40)
        }
        #expect(some.elementsEqual(kept) && some.imageCount == 5 * kept.count)
        #expect(kept.count < all.count)
    }
}
