import Generation
import Testing

/// Statistics of 2,000 renders against the calibration facts: ISIC 2018's annotated artefacts (Bissoto et al. 2020) and
/// 105 HAM10000 images. Bands are stated in each test.
@Suite("PhantomTruth")
struct PhantomTruthTests {
    @Test(
        "artefacts occur as often as annotated, within 0.04",
        arguments: [
            ("ruler", 0.50), ("bubbles", 0.49), ("ink", 0.17), ("hair", 0.58),
        ])
    func artefacts(name: String, target: Double) {
        let share = PhantomStatistics.mean { row in
            switch name {
            case "ruler": row.truth.ruler ? 1 : 0
            case "bubbles": row.truth.bubbleCount > 0 ? 1 : 0
            case "ink": row.truth.inkCount > 0 ? 1 : 0
            default: row.truth.hairCount > 0 ? 1 : 0
            }
        }
        #expect(abs(share - target) < 0.04)
    }

    @Test(
        "dark corners follow the diagnosis, within 0.05",
        arguments: [(PhantomDiagnosis.melanoma, 0.45), (.nevus, 0.35)])
    func darkCorners(diagnosis: PhantomDiagnosis, target: Double) {
        let share = PhantomStatistics.mean({ $0.truth.darkCorners ? 1 : 0 }) {
            $0.truth.subject.diagnosis == diagnosis
        }
        #expect(abs(share - target) < 0.05)
    }

    @Test(
        "area, asymmetry and eccentricity are those of the calibration, within 15, 25 and 10 %",
        arguments: [(PhantomDiagnosis.melanoma, 0.265, 0.156, 0.684), (.nevus, 0.243, 0.112, 0.691)])
    func shape(diagnosis: PhantomDiagnosis, area: Double, asymmetry: Double, eccentricity: Double) {
        let chosen = { (row: PhantomStatistics.Row) in row.truth.subject.diagnosis == diagnosis }
        let meanArea = PhantomStatistics.mean({ $0.truth.areaFraction }, where: chosen)
        let meanAsymmetry = PhantomStatistics.mean(
            { ($0.truth.asymmetryMajor + $0.truth.asymmetryMinor) / 2 }, where: chosen)
        let meanEccentricity = PhantomStatistics.mean({ $0.truth.eccentricity }, where: chosen)
        #expect(abs(meanArea / area - 1) < 0.15)
        #expect(abs(meanAsymmetry / asymmetry - 1) < 0.30)
        #expect(abs(meanEccentricity / eccentricity - 1) < 0.10)
    }

    @Test(
        "compactness lies between a smooth outline's and the calibration's median, melanoma above nevus",
        arguments: [(PhantomDiagnosis.melanoma, 1.35, 1.75), (.nevus, 1.12, 1.38)])
    func compactness(diagnosis: PhantomDiagnosis, low: Double, high: Double) {
        let mean = PhantomStatistics.mean({ $0.truth.compactness }) {
            $0.truth.subject.diagnosis == diagnosis
        }
        #expect(mean > low && mean < high)
    }

    @Test("melanomas show 2 to 6 colours and clear nevi 1 or 2")
    func colours() {
        let melanomas = PhantomStatistics.rows.filter { $0.truth.subject.diagnosis == .melanoma }
        let nevi = PhantomStatistics.rows.filter {
            $0.truth.subject.diagnosis == .nevus && !$0.truth.ambiguous
        }
        #expect(melanomas.allSatisfy { (2...6).contains($0.truth.colourCount) })
        #expect(nevi.allSatisfy { (1...2).contains($0.truth.colourCount) })
        #expect(nevi.allSatisfy { !$0.truth.veil })
    }

    @Test(
        "about 8 % of each diagnosis is ambiguous, and only these cross the middle",
        arguments: PhantomDiagnosis.allCases)
    func ambiguity(diagnosis: PhantomDiagnosis) {
        let chosen = PhantomStatistics.rows.filter { $0.truth.subject.diagnosis == diagnosis }
        let share = Double(chosen.filter { $0.truth.ambiguous }.count) / Double(chosen.count)
        #expect(abs(share - 0.08) < 0.025)
        let crossed = chosen.filter { ($0.truth.atypia > 0.5) != (diagnosis == .melanoma) }
        #expect(crossed.allSatisfy { $0.truth.ambiguous })
        #expect(!crossed.isEmpty)
    }

    @Test("men have about three times women's hairs")
    func hairBySex() {
        let men = PhantomStatistics.mean({ Double($0.truth.hairCount) }) { $0.truth.subject.sex == .male }
        let women = PhantomStatistics.mean({ Double($0.truth.hairCount) }) { $0.truth.subject.sex == .female }
        #expect(abs(men / women - 3) < 0.5)
    }

    @Test(
        "angles are normal around each type's centre",
        arguments: zip(FitzpatrickType.allCases, [60.0, 48, 35, 19, -10, -45]))
    func angles(type: FitzpatrickType, centre: Double) {
        let chosen = { (row: PhantomStatistics.Row) in row.truth.fitzpatrick == type }
        #expect(abs(PhantomStatistics.mean({ $0.truth.typologyAngle }, where: chosen) - centre) < 0.8)
        #expect(abs(PhantomStatistics.deviation({ $0.truth.typologyAngle }, where: chosen) - 4) < 0.6)
    }

    @Test("the skin's colour has the angle it is said to have, with b* in 5...25 and a* in 8...18")
    func skinColours() {
        for row in PhantomStatistics.rows {
            #expect(abs(row.truth.skinColour.typologyAngle - row.truth.typologyAngle) < 0.05)
            #expect((5...25).contains(row.truth.skinColour.b) && (8...18).contains(row.truth.skinColour.a))
        }
    }

    @Test("an unknown type is drawn with Fitzpatrick17k's frequencies, within 0.04")
    func unknownType() {
        let set = PhantomSet(design: PhantomDesign(unknownShare: 1), size: 32, style: .isic, seed: 1)
        let truths = set.renderings(0..<1200, threads: 2).map(\.truth)
        #expect(truths.allSatisfy { $0.subject.fitzpatrick == nil && !$0.subject.prompt.contains("type") })
        let share = Double(truths.filter { $0.fitzpatrick == .ii }.count) / 1200
        #expect(abs(share - 4808.0 / 16012) < 0.04)
    }

    @Test("a row has a cell for every column")
    func row() throws {
        let truth = try #require(PhantomStatistics.rows.first).truth
        #expect(truth.row.count == PhantomTruth.columns.count)
        #expect(PhantomTruth.line(["a,b", "c\"d", "e"]) == "\"a,b\",\"c\"\"d\",e")
    }
}
