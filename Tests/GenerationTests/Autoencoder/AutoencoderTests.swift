import Images
import Tensors
import Testing
import Weights

@testable import Generation

@Suite("Autoencoder")
struct AutoencoderTests {
    private func network(_ weights: MapWeights) throws -> Autoencoder {
        try Autoencoder(from: weights, on: Engine.load(.openblas))
    }

    @Test("a file without encoder decodes, and says that it cannot encode")
    func decoderOnly() throws {
        let autoencoder = try network(ToyModel.autoencoder)
        #expect(!autoencoder.canEncode && autoencoder.scale == 2 && autoencoder.latentChannels == 8)
        #expect(try autoencoder.decode(Tensor(repeating: 0.5, shape: [3, 5, 8])).shape == [6, 10, 3])
        #expect(throws: GenerationError.self) { try autoencoder.encode(Tensor(zeros: [8, 8, 3])) }
    }

    @Test("prefixes of full checkpoints are stripped")
    func prefix() throws {
        let plain = ToyModel.autoencoder
        let shapes = Dictionary(uniqueKeysWithValues: plain.shapes.map { ("first_stage_model.\($0)", $1) })
        #expect(try network(MapWeights(shapes: shapes)).scale == 2)
    }

    @Test("a missing tensor is named", arguments: ToyModel.autoencoder.names)
    func missing(name: String) throws {
        var weights = ToyModel.autoencoder
        weights.shapes[name] = nil
        #expect(throws: GenerationError.self) { try network(weights) }
    }

    @Test("bytes are truncated after 127.5 y + 128")
    func bytes() {
        let values: [Float] = [-2, -1, -0.9999, 0, 0.0117, 1]
        let image = Autoencoder.pixels(of: Tensor(shape: [1, 2, 3], values: values))
        #expect(image.pixels == [0, 0, 0, 128, 129, 255])
    }

    @Test("the encoder's input is an image in -1...1")
    func input() {
        let tensor = Autoencoder.tensor(of: RGBImage(width: 1, height: 1, pixels: [0, 51, 255]))
        #expect(tensor.shape == [1, 1, 3])
        for (found, wanted) in zip(tensor.values, [-1, -0.6, 1] as [Float]) {
            #expect(abs(found - wanted) < 1e-6)
        }
    }

    @Test(
        "names of diffusers become those of LDM",
        arguments: [
            (
                "decoder.up_blocks.0.resnets.1.conv_shortcut.weight",
                "decoder.up.1.block.1.nin_shortcut.weight"
            ),
            ("decoder.up_blocks.0.upsamplers.0.conv.bias", "decoder.up.1.upsample.conv.bias"),
            ("encoder.down_blocks.1.downsamplers.0.conv.bias", "encoder.down.1.downsample.conv.bias"),
            ("decoder.mid_block.attentions.0.to_out.0.weight", "decoder.mid.attn_1.proj_out.weight"),
            ("decoder.mid_block.attentions.0.query.weight", "decoder.mid.attn_1.q.weight"),
            ("encoder.mid_block.resnets.1.norm2.bias", "encoder.mid.block_2.norm2.bias"),
            ("decoder.conv_norm_out.weight", "decoder.norm_out.weight"),
        ])
    func names(diffusers: String, ldm: String) throws {
        let shapes = [
            "decoder.conv_in.weight": [1], "decoder.up_blocks.1.resnets.0.norm1.weight": [1], diffusers: [1],
        ]
        #expect(try AutoencoderNames.ldm(MapWeights(shapes: shapes)).names.contains(ldm))
    }
}
