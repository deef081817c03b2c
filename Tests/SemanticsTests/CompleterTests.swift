import Diagnostics
import Syntax
import Testing

@testable import Semantics

@Suite("Completion")
struct CompleterTests {
    /// A text with the place marked by `|`, and words that must and must not be offered.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let offered: [String]
        let kept: [String]
        var testDescription: String { text }
    }

    @Test(
        "offers what the grammar allows at a place",
        arguments: [
            Case(text: "co|", offered: ["cohort"], kept: ["audit"]),
            Case(text: "cohort s|", offered: ["sex", "site", "size", "seed"], kept: ["age"]),
            Case(text: "cohort sex in [|", offered: ["m", "f", "unknown"], kept: ["age"]),
            Case(text: "cohort sex in [m, |", offered: ["f"], kept: ["age"]),
            Case(text: "cohort sex in [m, f] fst I..|", offered: ["VI"], kept: ["m"]),
            Case(text: "cohort c = n 3 from |", offered: ["phantom", "phantom_dit"], kept: ["sex"]),
            Case(text: "cohort n 2; audit Mela|", offered: ["MelaNet"], kept: ["cohort"]),
            Case(text: "audit MelaNet on |", offered: ["main"], kept: ["MelaNet"]),
            Case(text: "report d|", offered: ["dp", "demographic_parity"], kept: ["age"]),
            Case(text: "report dp by a|", offered: ["age", "all"], kept: ["accuracy"]),
            Case(text: "report dp by age with ci |", offered: ["wilson", "none"], kept: ["age"]),
            Case(text: "report dp\n  by |", offered: ["sex"], kept: ["dp"]),
            Case(text: "set engine |", offered: ["auto", "openblas", "onednn"], kept: ["seed"]),
            Case(text: "set |", offered: ["seed", "engine", "budget"], kept: ["cohort"]),
            Case(text: "export it.|", offered: ["report"], kept: ["csv"]),
            Case(text: "plot grid of main rows |", offered: ["fst"], kept: ["grid"]),
            Case(text: "generator g = lightningdit(\"w\") with |", offered: ["vae", "steps"], kept: ["m"]),
            Case(text: "cohort n 2\n|", offered: ["audit", "report"], kept: ["sex"]),
            Case(text: "require dp by |", offered: ["age"], kept: ["m"]),
            Case(text: "for k in [1, 2] {\n    co|", offered: ["cohort", "compare"], kept: ["age"]),
            Case(text: "for k in [1, 2] { cohort sex in [|", offered: ["f"], kept: ["cohort"]),
            Case(text: "if a { print 1 } else {\n  report d|", offered: ["dp"], kept: ["cohort"]),
            Case(text: "test \"t\" {\n  cohort c {\n    s|", offered: ["sex"], kept: ["sample"]),
            Case(text: "def f(x = {a: 1}) {\n  audit MelaNet on |", offered: ["main"], kept: ["cohort"]),
            Case(text: "for k in [1] { print k }\nre|", offered: ["report", "require"], kept: ["age"]),
            Case(text: "require |", offered: ["upper", "inconclusive", "argmax"], kept: ["cohort"]),
            Case(text: "compare |", offered: ["main"], kept: ["dp"]),
            Case(text: "compare a vs |", offered: ["main"], kept: ["dp"]),
            Case(text: "compare a vs b |", offered: ["of", "vs"], kept: ["dp"]),
            Case(text: "compare a vs b of |", offered: ["dp", "auroc"], kept: ["age"]),
            Case(text: "compare a vs b of dp by |", offered: ["age"], kept: ["dp"]),
            Case(text: "report dp by age with to |", offered: ["overall", "group"], kept: ["age"]),
            Case(text: "plot |", offered: ["bars", "heatmap", "sizes"], kept: ["dp"]),
            Case(text: "plot gaps |", offered: ["dp", "by"], kept: ["accuracy"]),
            Case(text: "plot bars accuracy by |", offered: ["age"], kept: ["accuracy"]),
            Case(text: "classifier c = dense|", offered: ["densenet201"], kept: ["MelaNet"]),
            Case(text: "classifier c = resnet18(\"w\") with |", offered: ["classes", "resize"], kept: ["m"]),
            Case(text: "classifier c = keras(\"w\") with mean |", offered: ["imagenet"], kept: ["classes"]),
            Case(
                text: "classifier c = onnx(\"w\") with resize short 256 crop 224 |",
                offered: ["bilinear", "antialias"], kept: ["stretch", "crop"]),
            Case(text: "classifier c = onnx(\"w\") with resize short |", offered: [], kept: ["bilinear"]),
            Case(text: "classifier c = MelaNet(\"w\") with profile |", offered: ["demo"], kept: ["m"]),
            Case(text: "export it.report to \"x\" as |", offered: ["junit", "sarif", "html"], kept: ["age"]),
        ])
    func offers(_ golden: Case) throws {
        let place = try #require(golden.text.firstIndex(of: "|"))
        let text = String(golden.text[..<place])
        let words = Completer.completions(for: text, at: text.utf8.count, session: ["main", "_1"]).map(\.text)
        #expect(Set(golden.offered).isSubset(of: words), "\(words)")
        #expect(Set(golden.kept).isDisjoint(with: words))
    }

    @Test(
        "offers attributes that the session has declared, and their values",
        arguments: [
            Case(text: "cohort smo|", offered: ["smoker"], kept: ["sex"]),
            Case(text: "cohort smoker |", offered: ["in", "yes", "no", "unknown"], kept: ["smoker"]),
            Case(text: "cohort smoker in [|", offered: ["yes", "no", "unknown"], kept: ["m", "smoker"]),
            Case(text: "cohort smoker in [yes, |", offered: ["no"], kept: ["m"]),
            Case(text: "cohort sex in [|", offered: ["f"], kept: ["yes"]),
            Case(text: "report dp by smo|", offered: ["smoker"], kept: ["sex"]),
            Case(text: "require dp by smo|", offered: ["smoker"], kept: ["sex"]),
        ])
    func declared(_ golden: Case) throws {
        let place = try #require(golden.text.firstIndex(of: "|"))
        let text = String(golden.text[..<place])
        let script = Parser.parse(Source(name: "s", text: "attribute smoker = enum [yes, no]"))
        let attributes = Checker.check(script: script, schema: NoFiles()).environment.attributes
        let words = Completer.completions(for: text, at: text.utf8.count, attributes: attributes).map(\.text)
        #expect(Set(golden.offered).isSubset(of: words), "\(words)")
        #expect(Set(golden.kept).isDisjoint(with: words))
    }

    @Test("offers files inside quotes")
    func files() {
        let found = Completer.completions(for: "dataset d = predictions(\"pre", at: 28)
        #expect(found == [Completion(text: "pre", kind: .file)])
    }
}
