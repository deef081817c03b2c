import Generation
import Images
import Reporting
import Semantics
import Tensors

/// Makes images with the procedural renderer.
package struct PhantomMaker: ImageMaker {
    /// The side of an image, in pixels.
    package let size: Int
    /// How the picture is taken.
    package let style: PhantomStyle
    private let name: String

    /// The renderer with the options of `generator`.
    package init(_ generator: GeneratorDescription) {
        name = generator.name
        size = min(max(generator.options.integer("size") ?? 128, 32), 512)
        style = generator.options.text("style").flatMap { PhantomStyle(rawValue: $0) } ?? .isic
    }

    package var identity: [String: String] {
        ["program": PhantomRenderer.version, "size": String(size), "style": style.rawValue]
    }

    package var facts: ModelFacts {
        ModelFacts(
            name: name, isPhantom: true,
            settings: [
                .init(name: "renderer", value: PhantomRenderer.version),
                .init(name: "size", value: String(size)),
                .init(name: "style", value: style.rawValue),
            ])
    }

    package func image(of cell: Cell, stream: RandomStream) throws(GenerationError) -> RGBImage {
        rendering(of: cell, stream: stream).image
    }

    /// The image with its truth.
    package func rendering(of cell: Cell, stream: RandomStream) -> PhantomRendering {
        var stream = stream
        let person = Self.subject(cell, stream: &stream)
        return PhantomRenderer.render(person, size: size, style: style, stream: &stream)
    }

    /// The person of a cell; what the cell does not state is drawn from the image's own stream, first of all.
    private static func subject(_ cell: Cell, stream: inout RandomStream) -> PhantomSubject {
        let isMale: Bool
        if case .name(let name) = cell.value(of: "sex") {
            isMale = name == "m"
        } else {
            isMale = stream.nextUniform() < 0.5
        }
        let age: Double
        if case .number(let years) = cell.value(of: "age") {
            age = years
        } else {
            age = 20 + 60 * stream.nextUniform()
        }
        var type: FitzpatrickType?
        if case .fitzpatrick(let number) = cell.value(of: "fst") { type = FitzpatrickType(rawValue: number) }
        var site: String?
        if case .name(let name) = cell.value(of: "site") { site = name }
        let isBenign = cell.value(of: "diagnosis") == .name("benign")
        return PhantomSubject(
            sex: isMale ? .male : .female, age: age, fitzpatrick: type,
            diagnosis: isBenign ? .nevus : .melanoma,
            site: site)
    }
}
