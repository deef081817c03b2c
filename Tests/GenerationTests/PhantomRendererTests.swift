import Generation
import Images
import Tensors
import Testing

@Suite("PhantomRenderer")
struct PhantomRendererTests {
    private static let person = PhantomSubject(sex: .male, age: 63, fitzpatrick: .iii, diagnosis: .melanoma)

    private static func render(
        size: Int = 64, style: PhantomStyle = .isic, stream number: UInt64 = 7
    ) -> PhantomRendering {
        var stream = RandomStream(seed: 3, stream: number)
        return PhantomRenderer.render(person, size: size, style: style, stream: &stream)
    }

    @Test("the same stream gives the same bytes, mask and truth")
    func sameStream() {
        #expect(Self.render() == Self.render())
        #expect(Self.render().image == Self.render().image)
    }

    @Test("another stream gives another image")
    func otherStream() { #expect(Self.render().image != Self.render(stream: 8).image) }

    @Test("a set's images do not depend on the number of threads or on what is drawn beside them")
    func threads() {
        let set = PhantomSet(design: PhantomDesign(unknownShare: 0.1), size: 48, style: .isic, seed: 5)
        let alone = set.renderings(0..<9)
        #expect(set.renderings(0..<9, threads: 2) == alone)
        #expect(set.renderings(4..<6, threads: 2) == Array(alone[4..<6]))
    }

    @Test(
        "every size and style gives finite values in 0...1", arguments: [32, 33, 100, 256, 512],
        PhantomStyle.allCases)
    func sizes(size: Int, style: PhantomStyle) {
        let rendering = Self.render(size: size, style: style)
        #expect(rendering.values.count == size * size * 3)
        #expect(rendering.mask.count == size * size)
        #expect(rendering.values.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test("the truth does not depend on the size", arguments: [32, 512])
    func truthAtSizes(size: Int) { #expect(Self.render(size: size).truth == Self.render().truth) }

    @Test("the mask's area is the truth's", arguments: PhantomStyle.allCases)
    func maskArea(style: PhantomStyle) {
        let rows = PhantomStatistics.sample(48, size: 128, style: style)
        let worst = rows.map { abs($0.maskFraction - $0.truth.areaFraction) }.max() ?? 1
        #expect(worst < 0.003)
    }

    @Test("a larger image of a stream is the same picture", arguments: [96, 192])
    func sameScene(size: Int) {
        let (small, large) = (Self.render(size: 48), Self.render(size: size))
        let factor = size / 48
        var apart: Float = 0
        for pixel in 0..<(48 * 48) {
            var sum: Float = 0
            for part in 0..<(factor * factor) {
                let row = pixel / 48 * factor + part / factor
                let column = pixel % 48 * factor + part % factor
                sum += large.values[3 * (row * size + column)]
            }
            apart += abs(sum / Float(factor * factor) - small.values[3 * pixel])
        }
        #expect(apart / Float(48 * 48) < 0.03)
    }

    @Test("`ham` has no ruler, and a pinker cast than `isic`")
    func hamStyle() {
        let ham = PhantomStatistics.sample(96, size: 48, style: .ham)
        let isic = PhantomStatistics.sample(96, size: 48, style: .isic)
        #expect(ham.allSatisfy { !$0.truth.ruler })
        let redness = { (rows: [PhantomStatistics.Row]) in
            rows.reduce(0) { $0 + $1.measured.meanColour.a } / Double(rows.count)
        }
        let area = { (rows: [PhantomStatistics.Row]) in
            rows.reduce(0) { $0 + $1.truth.areaFraction } / Double(rows.count)
        }
        #expect(redness(ham) > redness(isic) + 4)
        #expect(area(ham) > area(isic) * 1.3)
    }

    @Test("prompts are the paper's concatenation, and leave an unknown type out")
    func prompts() {
        var person = Self.person
        #expect(person.prompt == "melanoma, male, age 63, skin type III")
        person.fitzpatrick = nil
        #expect(person.prompt == "melanoma, male, age 63")
    }
}
