/// What a drawn lesion is meant to be.
public enum PhantomDiagnosis: String, Sendable, Hashable, CaseIterable {
    /// 2 to 6 colours, asymmetric patches, irregular network and border.
    case melanoma
    /// 1 or 2 colours, regular network, soft symmetric border.
    case nevus
}
