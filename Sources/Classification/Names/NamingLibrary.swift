/// The libraries whose names of tensors are known, and what their networks do otherwise than PyTorch's own.
enum NamingLibrary: String, Sendable, CaseIterable {
    /// PyTorch's own zoo, and what bears its names.
    case torchvision
    case timm
    /// timm's networks that begin with `tf_`: names of timm, arithmetic of TensorFlow.
    case timmTensorFlow = "timm (tf_)"
    case transformers
    case efficientNetPyTorch = "efficientnet_pytorch"
    case pretrainedModels = "pretrainedmodels"
    /// Facebook's own DINOv2.
    case dinoV2 = "dinov2"
    /// `keras.applications`, for files that hold weights without the model.
    case keras = "Keras"

    /// How strided convolutions and poolings are padded.
    func padding(_ family: NetworkFamily) -> PaddingStyle {
        switch (self, family) {
        case (.timmTensorFlow, _), (.efficientNetPyTorch, _): .same
        case (.transformers, .efficientNet), (.transformers, .mobileNetV2): .same
        case (.keras, .efficientNet), (.keras, .mobileNetV2), (.keras, .xception): .same
        default: .symmetric
        }
    }

    /// What is added to the variance in batch norms, where it is not what torchvision adds.
    func epsilon(_ family: NetworkFamily) -> Float? {
        switch (self, family) {
        case (.timmTensorFlow, _), (.efficientNetPyTorch, _): 1e-3
        case (.transformers, .efficientNet), (.transformers, .mobileNetV2): 1e-3
        case (.keras, .denseNet), (.keras, .resNet): 1.001e-5
        case (.keras, _): 1e-3
        case (.timm, .mobileNetV3), (.timm, .efficientNet): 1e-5
        default: nil
        }
    }
}
