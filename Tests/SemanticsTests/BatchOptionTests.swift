import Diagnostics
import Testing

@testable import Semantics

/// Option `batch` of an audit, which no number depends on.
@Suite struct BatchOptionTests {
    private func codes(_ option: String, isPedantic: Bool) -> [String] {
        let script = """
            edition 2026
            cohort main = sex in [m, f] age 10..80 fst I..VI n 100
            audit a = MelaNet on main with \(option)
            report dp by sex of a

            """
        let source = Source(name: "t.audit", text: script)
        return Checker.check(source: source, schema: NoFiles(), isPedantic: isPedantic).diagnostics.map {
            "\($0.code)"
        }
    }

    @Test("it is taken, and the pedantic check says that it changes nothing")
    func taken() {
        #expect(codes("threshold 0.5, batch 16", isPedantic: false) == [])
        let plain = codes("threshold 0.5", isPedantic: true)
        #expect(codes("threshold 0.5, batch 16", isPedantic: true).sorted() == (plain + ["W1005"]).sorted())
    }

    @Test(
        "it is a whole number of images, at least one",
        arguments: ["batch 0", "batch -2", "batch 1.5", "batch all"])
    func wrong(option: String) {
        #expect(codes(option, isPedantic: false).contains { $0.hasPrefix("E") })
    }
}
