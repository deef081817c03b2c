import Generation
import Images
import Testing

/// Every attribute shows in the pixels: what the truth tools measure follows what was asked for.
@Suite("PhantomMeasurement")
struct PhantomMeasurementTests {
    @Test(
        "measured angles fall from type to type and lie within 6 degrees of the truth's mean",
        arguments: FitzpatrickType.allCases)
    func angles(type: FitzpatrickType) {
        let measured = { (row: PhantomStatistics.Row) in row.measured.typologyAngle ?? .nan }
        let here = PhantomStatistics.mean(measured) { $0.truth.fitzpatrick == type }
        let truth = PhantomStatistics.mean({ $0.truth.typologyAngle }) { $0.truth.fitzpatrick == type }
        #expect(abs(here - truth) < 6)
        guard let darker = FitzpatrickType(rawValue: type.rawValue + 1) else { return }
        #expect(here > PhantomStatistics.mean(measured) { $0.truth.fitzpatrick == darker } + 8)
    }

    @Test(
        "the lesion's contrast is 27 on type I and 14 on type VI, within 4",
        arguments: [(FitzpatrickType.i, 27.0), (.vi, 14.0)])
    func contrast(type: FitzpatrickType, target: Double) {
        let mean = PhantomStatistics.mean({ row in
            guard let lesion = row.measured.lesionColour, let skin = row.measured.skinColour else { return 0 }
            return lesion.distance(to: skin)
        }) { $0.truth.fitzpatrick == type }
        #expect(abs(mean - target) < 4)
    }

    @Test("measured lesion area follows the truth", arguments: PhantomDiagnosis.allCases)
    func area(diagnosis: PhantomDiagnosis) {
        let chosen = { (row: PhantomStatistics.Row) in row.truth.subject.diagnosis == diagnosis }
        let measured = PhantomStatistics.mean({ $0.measured.lesionAreaFraction ?? 0 }, where: chosen)
        let truth = PhantomStatistics.mean({ $0.truth.areaFraction }, where: chosen)
        #expect(abs(measured / truth - 1) < 0.2)
        #expect(
            PhantomStatistics.correlation({ $0.measured.lesionAreaFraction ?? 0 }, { $0.truth.areaFraction })
                > 0.9)
    }

    @Test("hair shows: the estimate follows the count, and men have clearly more")
    func hair() {
        let rows = PhantomStatistics.fineRows
        let mean = { (sex: PhantomSex) in
            let chosen = rows.filter { $0.truth.subject.sex == sex }
            return chosen.reduce(0) { $0 + $1.measured.hairCount } / Double(chosen.count)
        }
        #expect(mean(.male) > 2 * mean(.female))
        let bald = rows.filter { $0.truth.hairCount == 0 }
        #expect(bald.reduce(0) { $0 + $1.measured.hairCount } / Double(bald.count) < 0.8)
    }

    @Test("age shows: fine texture follows it, and old light skin has spots that young skin has not")
    func age() {
        #expect(PhantomStatistics.correlation({ $0.measured.fineTexture }, { $0.truth.subject.age }) > 0.6)
        let rows = PhantomStatistics.fineRows
        let spots = { (ages: ClosedRange<Double>) in
            let chosen = rows.filter {
                ages.contains($0.truth.subject.age) && $0.truth.fitzpatrick.rawValue <= 3
            }
            return chosen.reduce(0) { $0 + Double($1.measured.lentigoCount) } / Double(chosen.count)
        }
        #expect(spots(70...95) > spots(5...40) + 1.2)
    }

    @Test("age shows: lesions grow with it")
    func diameter() {
        #expect(
            PhantomStatistics.correlation({ $0.measured.lesionAreaFraction ?? 0 }, { $0.truth.subject.age })
                > 0.15)
    }

    @Test("a flat picture has no lesion, hair or spots, and its own colour's angle")
    func flat() throws {
        let figures = PhantomMeasurement.measure(
            image: RGBImage(width: 64, height: 64, colour: (200, 150, 130)))
        let angle = try #require(figures.typologyAngle)
        #expect(abs(angle - CIELAB(red: 200, green: 150, blue: 130).typologyAngle) < 1e-4)
        #expect(figures.hairCount == 0 && figures.lentigoCount == 0 && figures.fineTexture == 0)
        #expect(figures.patchCount == 8)
    }

    @Test("a black picture has no angle and no lesion")
    func black() {
        let figures = PhantomMeasurement.measure(image: RGBImage(width: 64, height: 64, colour: (0, 0, 0)))
        #expect(figures.typologyAngle == nil && figures.lesionAreaFraction == nil && figures.patchCount == 0)
    }

    @Test("a row has a cell for every column")
    func row() throws {
        let row = try #require(PhantomStatistics.rows.first)
        #expect(row.measured.row.count == PhantomMeasurement.columns.count)
    }
}
