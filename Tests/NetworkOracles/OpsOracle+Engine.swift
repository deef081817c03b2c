import Tensors
import Testing

extension OpsOracle {
    /// The output of this layer by an engine, in the layout of the oracle; nil for a function that is not known here.
    func computed(on engine: Engine) throws -> Tensor? {
        switch function {
        case "linear", "embedding", "attention", "softmax": try tokens(on: engine)
        case "conv2d": try convolution(on: engine)
        case "layer_norm", "rms_norm", "group_norm", "batch_norm": try norm(on: engine)
        case "max_pool2d", "avg_pool2d", "adaptive_avg_pool2d", "interpolate": try resampling()
        default: try activation()
        }
    }

    private func tokens(on engine: Engine) throws -> Tensor {
        switch function {
        case "linear":
            return try Linear(weight: input("weight"), bias: optional("bias"), on: engine)(input("input"))
        case "embedding":
            let indices = try #require(inputs["input"]).integers
            return try input("weight").gatheringRows(indices)
        case "softmax":
            return try input("input").softmax()
        default:
            return try attention(on: engine)
        }
    }

    /// Heads are an axis of their own in the oracle, columns of a row in the engine.
    private func attention(on engine: Engine) throws -> Tensor {
        let (q, k, v) = (try input("q"), try input("k"), try input("v"))
        let heads = q.shape[1]
        func rows(_ x: Tensor, _ image: Int) -> Tensor {
            let one = x.rows(image..<image + 1)
            return Tensor.concatenatingChannels(
                (0..<heads).map { one.reshaped([heads, x.shape[2], x.shape[3]]).head($0) })
        }
        let causal = options["causal"].bool ?? false
        let images = (0..<q.shape[0]).map { image in
            let mixed = engine.attention(
                queries: rows(q, image), keys: rows(k, image), values: rows(v, image), heads: heads,
                causal: causal)
            let width = q.shape[3]
            let parts = (0..<heads).map { mixed.columns($0 * width..<($0 + 1) * width) }
            return Tensor.concatenatingRows(parts).reshaped([1, heads, q.shape[2], width])
        }
        return Tensor.concatenatingRows(images)
    }

    private func convolution(on engine: Engine) throws -> Tensor {
        let padding = pair("padding") ?? (0, 0)
        let layer = try Convolution2D(
            weight: input("weight"), bias: optional("bias"), stride: pair("stride") ?? (1, 1),
            padding: Padding(rows: padding.0, columns: padding.1), dilation: pair("dilation") ?? (1, 1),
            groups: options["groups"].int ?? 1, on: engine)
        return try eachMap(of: "input") { layer($0) }
    }

    private func norm(on engine: Engine) throws -> Tensor {
        let epsilon = Float(try #require(options["eps"].double))
        switch function {
        case "layer_norm":
            return try LayerNorm(weight: optional("weight"), bias: optional("bias"), epsilon: epsilon)(
                input("x"))
        case "rms_norm":
            return try RMSNorm(weight: input("weight"), epsilon: epsilon)(input("x"))
        case "group_norm":
            let layer = GroupNorm(
                groups: try #require(options["num_groups"].int), weight: try input("weight"),
                bias: try input("bias"), epsilon: epsilon, on: engine)
            return try eachMap(of: "input") { layer($0) }
        default:
            let layer = ChannelAffine(
                mean: try input("mean"), variance: try input("var"), weight: optional("weight"),
                bias: optional("bias"), epsilon: epsilon)
            return try eachMap(of: "x") { layer($0) }
        }
    }

    private func resampling() throws -> Tensor {
        let kernel = pair("kernel_size") ?? (1, 1)
        let padding = pair("padding").map { Padding(rows: $0.0, columns: $0.1) } ?? .none
        switch function {
        case "max_pool2d":
            let layer = Pooling(.maximum, kernel: kernel, stride: pair("stride"), padding: padding)
            return try eachMap(of: "input") { layer($0) }
        case "avg_pool2d":
            let counts = options["count_include_pad"].bool ?? true
            let layer = Pooling(
                .average(countingPadding: counts), kernel: kernel, stride: pair("stride"), padding: padding)
            return try eachMap(of: "input") { layer($0) }
        case "adaptive_avg_pool2d":
            let size = try #require(pair("output_size"))
            return try eachMap(of: "input") { $0.adaptiveAverage(rows: size.0, columns: size.1) }
        default:
            guard let size = pair("size") else { return try eachMap(of: "input") { $0.upsampledNearest2x() } }
            return try eachMap(of: "input") { $0.resizedBilinear(height: size.0, width: size.1) }
        }
    }

    private func activation() throws -> Tensor? {
        let functions: [String: Activation] = [
            "silu": .silu, "quick_gelu": .quickGelu, "hardswish": .hardSwish, "hardsigmoid": .hardSigmoid,
            "sigmoid": .sigmoid, "relu": .relu,
            "gelu": options["approximate"].string == "tanh" ? .geluTanh : .gelu,
        ]
        guard let function = functions[function] else { return nil }
        return try input(function == .quickGelu ? "x" : "input").applying(function)
    }
}

extension Tensor {
    /// One head of `[heads, N, width]`.
    fileprivate func head(_ index: Int) -> Tensor { rows(index..<index + 1).reshaped([shape[1], shape[2]]) }
}
