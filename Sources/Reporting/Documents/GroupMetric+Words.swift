import Statistics

extension GroupMetric {
    /// The quantity's name as people read it: `selection rate`.
    var words: String {
        switch self {
        case .tpr, .fnr, .fpr, .ppv, .npv, .mcc: rawValue.uppercased()
        case .tnr: "TNR"
        case .f1: "F1"
        case .auroc: "AUROC"
        case .auprc: "AUPRC"
        case .calibrationInTheLarge: "mean score - base rate"
        case .ece10, .ece15, .mce10, .mce15: rawValue.uppercased().replacing("_", with: " ")
        case .entropy(let alpha):
            "generalized entropy \(Decimals.text(alpha, places: alpha == alpha.rounded() ? 0 : 2))"
        default: rawValue.replacing("_", with: " ")
        }
    }
}
