import Generation
import Tensors
import Testing

@Suite("PhantomDesign")
struct PhantomDesignTests {
    private static func people(_ design: PhantomDesign, _ count: Int) -> [PhantomSubject] {
        (0..<count).map { place in
            var stream = RandomStream(seed: 9, stream: UInt64(place))
            return design.subject(at: place, stream: &stream)
        }
    }

    @Test("the balanced design holds every cell equally often")
    func balanced() {
        let people = Self.people(PhantomDesign(), 240)
        let cells = Dictionary(grouping: people) {
            "\($0.sex) \($0.diagnosis) \($0.fitzpatrick?.roman ?? "")"
        }
        #expect(cells.count == 24)
        #expect(cells.values.allSatisfy { $0.count == 10 })
        #expect(people.allSatisfy { (5...95).contains($0.age) })
    }

    @Test("a rule thins out the people it matches and nobody else")
    func rules() throws {
        let rule = try #require(PhantomDesignRule("diagnosis=melanoma,fst=V+VI,weight=0.1"))
        let people = Self.people(PhantomDesign(rules: [rule]), 6000)
        let count = { (diagnosis: PhantomDiagnosis, types: [FitzpatrickType]) in
            Double(people.filter { $0.diagnosis == diagnosis && types.contains($0.fitzpatrick ?? .i) }.count)
        }
        #expect(abs(count(.melanoma, [.v, .vi]) / count(.nevus, [.v, .vi]) - 0.1) < 0.04)
        #expect(abs(count(.melanoma, [.i, .ii]) / count(.nevus, [.i, .ii]) - 1) < 0.1)
    }

    @Test("ages in a rule exclude the upper end")
    func ages() throws {
        let rule = try #require(PhantomDesignRule("age=5..30,weight=0"))
        #expect(Self.people(PhantomDesign(rules: [rule]), 300).allSatisfy { $0.age >= 30 })
    }

    @Test(
        "what is not a rule is refused",
        arguments: [
            "", "sex=m", "sex=x,weight=1", "fst=VII,weight=1", "age=30..5,weight=1", "weight=-1",
            "weight=nan", "colour=red,weight=1",
            "weight",
        ])
    func malformed(text: String) { #expect(PhantomDesignRule(text) == nil) }
}
