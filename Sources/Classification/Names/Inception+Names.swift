/// The names that the libraries give an Inception v3.
extension InceptionV3 {
    /// By library; networks are built by torchvision's names, which timm, pretrainedmodels and pytorch-fid have too.
    static let schemes: [NameScheme] = [
        NameScheme(
            .torchvision, landmarks: ["Conv2d_1a_3x3.conv.weight"], rules: [NameRule("last_linear.*", "fc.*")]
        )
    ]
}
