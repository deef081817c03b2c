extension Catalogue {
    /// The networks of this version that run from a file of the user's.
    package static let standardNetworks: [NetworkDefinition] =
        [
            NetworkDefinition(
                name: "keras", title: "a model that Keras wrote, run as its file says",
                contracts: [.init(format: .keras, graph: "keras")]),
            NetworkDefinition(
                name: "onnx", title: "an ONNX model, run by ONNX Runtime",
                contracts: [.init(format: .onnx, graph: "onnx")]),
        ] + publishedNetworks
        + graphs.map { graph in
            NetworkDefinition(
                name: graph.replacing("-", with: "_"), title: "the architecture `\(graph)`",
                contracts: [.init(format: .tensors, graph: graph)])
        }

    /// The architectures that a manifest's `graph` can name, besides those that files describe themselves.
    private static let graphs = [
        "vgg16-gap", "vgg16", "vgg16_bn", "vgg19", "vgg19_bn", "vgg16-magic", "densenet", "densenet121",
        "densenet161", "densenet169", "densenet201", "patch-lesion", "inception_v3", "inception_fid",
        "xception", "resnet", "resnet18", "resnet34", "resnet50", "resnet101", "resnet152",
        "resnext50_32x4d", "resnext101_32x8d", "resnext101-dermdit", "efficientnet_b0", "efficientnet_b1",
        "efficientnet_b2", "efficientnet_b3", "efficientnet_b4", "efficientnet_b5", "efficientnet_b6",
        "efficientnet_b7", "efficientnet_v2_s", "efficientnet_v2_m", "efficientnet_v2_l",
        "efficientnet_lite0", "tf_efficientnet_b0", "tf_efficientnet_b1", "tf_efficientnet_b2",
        "tf_efficientnet_b3", "tf_efficientnet_b4", "tf_efficientnet_v2_s", "mobilenet_v2",
        "mobilenet_v3_large", "mobilenet_v3_small", "vit", "vit_ti_16", "vit_s_16", "vit_b_16", "vit_b_32",
        "vit_l_16", "vit_l_32", "vit_h_14", "dinov2_s_14", "dinov2_b_14", "dinov2_l_14", "dinov2_g_14",
    ]

    /// The options of a network: everything that must be known for the same predictions as its authors'.
    static let networkOptions: [OptionDefinition] = [
        OptionDefinition(
            "input", [.integer(1...4096), .integer(1...4096)], required: 1,
            "the side of the network's input in pixels, or its width and height"),
        OptionDefinition(
            "resize", phrase: resize,
            "how an image comes to the input's extents: `stretch bilinear`, `short 256 crop 224 bilinear antialias`"
        ),
        OptionDefinition("decode", [.word(["rgb", "red"])], "the channels that are used; `red` copies red"),
        OptionDefinition(
            "jpeg", [.word(["accurate", "fast"])],
            "how JPEG files are decoded: `accurate` as Pillow and OpenCV do, `fast` as TensorFlow does"),
        OptionDefinition(
            "alpha", [.word(["drop", "black", "white"])],
            "what becomes of a PNG's transparency: laid on black or white, or dropped: the stored colour counts"
        ),
        OptionDefinition(
            "scale", [.number(1e-6...1e6)], "what levels 0...255 are divided by, before `mean` is subtracted"),
        OptionDefinition(
            "mean", [.triple(["imagenet", "inception", "none"])],
            "what is subtracted from each scaled channel; a name settles `std` as well"),
        OptionDefinition(
            "std", [.triple(["imagenet", "inception", "none"])], "what each channel is then divided by"),
        OptionDefinition("channels", [.word(["rgb", "bgr"])], "the order of the network's channels"),
        OptionDefinition(
            "layout", [.word(["nhwc", "nchw"])],
            "whether an ONNX model takes channels last or first, where it does not say"),
        OptionDefinition("image", [.name], "the input that takes the image, where there are several"),
        OptionDefinition(
            "fixed", [.numbers],
            "what fills each other input, one number or one for each place: `{sex: [0, 1], aux: 0}`"),
        OptionDefinition(
            "metadata", [.textsByName],
            "what a person is told as in another input, place by place: `{meta: [\"sex f\", \"sex m\", \"age / 90\"]}`"
        ),
        OptionDefinition("head", [.name], "the layer that gives the scores, where it is not the last"),
        OptionDefinition(
            "hidden", [.word(["relu", "gelu", "silu", "tanh", "none"])],
            "what stands between the linear layers of a head that is a sequence"),
        OptionDefinition(
            "activation", [.word(["softmax", "sigmoid", "logsoftmax", "none"])],
            "what makes probabilities of scores; `none` where they are probabilities"),
        OptionDefinition("classes", [.texts], "the meaning of the scores, in their order"),
        OptionDefinition("positive", [.name], "the class that counts as melanoma"),
        OptionDefinition(
            "threshold", [.shareOrWord(["argmax"])],
            "the probability from which an image is positive; `argmax`: where it beats every other class, and a single one its absence"
        ),
    ]

    /// `stretch | short N [crop N]`, the kernel, and what it is rounded to.
    private static let resize: [PhraseSlot] = [
        PhraseSlot(
            words: [.init(text: "stretch", number: nil), .init(text: "short", number: 1...4096)],
            isNeeded: true),
        PhraseSlot(words: [.init(text: "crop", number: 1...4096)]),
        PhraseSlot(["nearest", "bilinear", "bicubic", "lanczos", "box", "area"], isNeeded: true),
        PhraseSlot(["antialias"]),
        PhraseSlot(["u8", "f32"]),
    ]

    /// What is taken where neither script nor files nor authors say otherwise.
    static func networkDefaults(_ format: NetworkFacts.Format, scores: Int) -> [NetworkSetting] {
        let isPlain = format == .tensors
        return [
            NetworkSetting("resize", ["stretch", "bilinear", "antialias"].map { .word($0) }),
            NetworkSetting("alpha", [.word("drop")]),
            NetworkSetting("scale", [.integer(255)]),
            NetworkSetting("mean", [.word(isPlain ? "imagenet" : "none")]),
            NetworkSetting("activation", [.word(scores == 1 ? "sigmoid" : "softmax")]),
            NetworkSetting("threshold", [.number(0.5)]),
        ]
    }
}
