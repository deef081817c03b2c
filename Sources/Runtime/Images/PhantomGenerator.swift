import Generation
import Hashing
import Images
import Reporting
import Semantics
import Tensors

/// Makes images with the procedural renderer.
package struct PhantomGenerator: ImageGenerator {
    /// The side of an image, in pixels.
    private let size: Int
    /// How the picture is taken.
    private let style: PhantomStyle

    /// - Parameters:
    ///   - size: the side in pixels, one of `PhantomRenderer.sizes`.
    ///   - style: how the picture is taken.
    package init(size: Int = 128, style: PhantomStyle = .isic) throws(GenerationError) {
        guard PhantomRenderer.sizes.contains(size) else {
            throw .setting(name: "size", expected: "\(PhantomRenderer.sizes)", found: "\(size)")
        }
        self.size = size
        self.style = style
    }

    package var digest: SHA256 {
        SHA256(
            hashing: "renderer \(PhantomRenderer.version)\nsize \(size)\nstyle \(style.rawValue)\n"
                + "random \(RandomStream.generatorName)")
    }

    package func facts(name: String) -> ModelFacts {
        ModelFacts(
            name: name, isPhantom: true,
            settings: [
                .init(name: "renderer", value: PhantomRenderer.version),
                .init(name: "size", value: String(size)),
                .init(name: "style", value: style.rawValue),
            ])
    }

    package func image(of cell: Cell, stream: RandomStream) throws(GenerationError) -> RGBImage {
        guard !Task.isCancelled else { throw .cancelled }
        return rendering(of: cell, stream: stream).image
    }

    /// The image with its truth.
    package func rendering(of cell: Cell, stream: RandomStream) -> PhantomRendering {
        var stream = stream
        let person = Self.subject(cell, stream: &stream)
        return PhantomRenderer.render(person, size: size, style: style, stream: &stream)
    }

    /// The person of a cell; what the cell does not state is drawn from the image's own stream, first of all.
    private static func subject(_ cell: Cell, stream: inout RandomStream) -> PhantomSubject {
        let sex: PhantomSex
        if case .name(let name) = cell.value(of: "sex") {
            sex = name == "m" ? .male : .female
        } else {
            sex = stream.nextUniform() < 0.5 ? .male : .female
        }
        let age: Double
        if case .number(let years) = cell.value(of: "age") {
            age = years
        } else {
            age = 10 + 70 * stream.nextUniform()
        }
        var type: FitzpatrickType?
        if case .fitzpatrick(let number) = cell.value(of: "fst") { type = FitzpatrickType(rawValue: number) }
        var site: String?
        if case .name(let name) = cell.value(of: "site") { site = name }
        // The language says `benign` where the phantom world says `nevus`.
        let isBenign = cell.value(of: "diagnosis") == .name("benign")
        return PhantomSubject(
            sex: sex, age: age, fitzpatrick: type, diagnosis: isBenign ? .nevus : .melanoma, site: site)
    }
}
