import Weights

/// The input of an ONNX model that takes the image, and how its channels lie.
package struct ONNXImageInput: Sendable, Equatable {
    /// Its name.
    package let name: String
    /// Whether the channels come before rows and columns.
    package let isChannelsFirst: Bool
    /// The extents that the model fixes; nil where it leaves them open.
    package let height, width: Int?
    /// ONNX's number of the element type.
    let type: Int

    /// Takes an input of four dimensions, one of them the three channels; nil for any other, and where the layout
    /// could be either and is not said.
    package init?(_ port: ONNXModel.Port, layout: String?) {
        guard let shape = port.shape, shape.count == 4 else { return nil }
        let canBeFirst = shape[1] == 3 || shape[1] == nil
        let canBeLast = shape[3] == 3 || shape[3] == nil
        switch layout {
        case "nchw": isChannelsFirst = true
        case "nhwc": isChannelsFirst = false
        default:
            let isFirst = shape[1] == 3
            guard isFirst != (shape[3] == 3) else { return nil }
            isChannelsFirst = isFirst
        }
        guard isChannelsFirst ? canBeFirst : canBeLast else { return nil }
        name = port.name
        type = port.type
        height = isChannelsFirst ? shape[2] : shape[1]
        width = isChannelsFirst ? shape[3] : shape[2]
    }
}
