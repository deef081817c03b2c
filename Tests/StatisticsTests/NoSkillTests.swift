import Statistics
import Testing

@Suite struct NoSkillTests {
    @Test("all melanoma: half needs no skill, and the paper's DeepGuide is uniformly poor")
    func deepGuide() {
        let groups = [31, 20, 2].map { Confusion(tp: $0, fp: 0, tn: 0, fn: 1_200 - $0) }
        let noSkill = NoSkill(groups)
        #expect(noSkill.level == 0.5)
        #expect(noSkill.isUniformlyPoor)
    }

    @Test("both classes: always calling the commoner one needs no skill")
    func bothClasses() {
        let noSkill = NoSkill([
            Confusion(tp: 5, fp: 15, tn: 65, fn: 15), Confusion(tp: 8, fp: 2, tn: 78, fn: 12),
        ])
        #expect(noSkill.level == 0.8)
        #expect(!noSkill.isUniformlyPoor)
    }

    @Test("one good group is enough, and no group at all warns of nothing")
    func oneGoodGroup() {
        #expect(
            !NoSkill([Confusion(tp: 9, fp: 0, tn: 0, fn: 1), Confusion(tp: 1, fp: 0, tn: 0, fn: 9)])
                .isUniformlyPoor)
        #expect(!NoSkill([Confusion(), Confusion()]).isUniformlyPoor)
    }
}
