import Statistics

/// How the numbers of a report were made, each method once, with its source.
struct ReportMethods {
    /// One method.
    struct Method: Hashable {
        /// What it is, in words.
        let text: String
        /// Who described it.
        let source: String
    }

    /// The methods that took part, in the order in which a reader meets them.
    let methods: [Method]

    /// The methods of a report.
    init(_ report: Report) {
        let rows = report.sections.flatMap { $0.rows.flatMap(\.numbers) + $0.overall.numbers }
        let pairs = report.sections.flatMap { $0.references + $0.pairs }.map(\.number)
        let numbers = rows + report.sections.flatMap(\.comparisons).map(\.number) + pairs
        let shrunken = report.sections.flatMap(\.shrinkage).flatMap(\.numbers)
        let all = numbers + shrunken + report.differences.map(\.number)
        var methods: [Method] = []
        for name in all.compactMap(\.interval?.method) { methods += Self.interval(name) }
        let expected = numbers.filter { $0.expectedUnderNull != nil }
        if expected.contains(where: { $0.test?.sampling == nil }) { methods.append(Self.chance) }
        if expected.contains(where: { $0.clusters != nil }) { methods.append(Self.clusters) }
        for name in all.compactMap(\.test?.method) { methods += Self.test(name) }
        for association in report.sections.flatMap(\.associations) {
            methods += Self.test(association.test.method)
        }
        methods += report.sections.flatMap(\.shrinkage).map { Self.shrunken($0.method) }
        if let correction = report.correction { methods.append(Self.correction(correction)) }
        var seen: Set<Method> = []
        self.methods = methods.filter { seen.insert($0).inserted }
    }

    private static let chance = Method(
        text:
            "expected by chance: the mean of max-min if all groups had one rate, from independent binomials",
        source: "Lum, Zhang & Bower, FAccT 2022")

    private static let clusters = Method(
        text:
            "expected by chance, of clustered rows: the mean of max-min when whole clusters exchange the groups' "
            + "labels, and rows of a cluster that spans groups exchange them among themselves",
        source: "Winkler et al. 2015")

    private static func shrunken(_ method: EmpiricalBayes.Method) -> Method {
        switch method {
        case .moments:
            Method(
                text: "shrunken rates: empirical Bayes with a beta prior by moments", source: "Kleinman 1973")
        case .likelihood:
            Method(
                text: "shrunken rates: empirical Bayes with a beta prior by maximum likelihood",
                source: "Griffiths 1973")
        case .additive:
            Method(
                text: "shrunken rates: empirical Bayes around an additive logistic model, by moments",
                source: "Kleinman 1973; Clogg et al. 1991")
        }
    }

    private static func correction(_ correction: TestCorrection) -> Method {
        switch correction {
        case .holm: Method(text: "Holm correction: the chance of any false alarm", source: "Holm 1979")
        case .benjaminiHochberg:
            Method(
                text: "Benjamini-Hochberg correction: the share of false alarms among the alarms",
                source: "Benjamini & Hochberg 1995")
        case .bonferroni: Method(text: "Bonferroni correction", source: "Dunn 1961")
        case .benjaminiYekutieli:
            Method(
                text: "Benjamini-Yekutieli correction, under any dependence",
                source: "Benjamini & Yekutieli 2001")
        }
    }

    /// The method of an interval by its name in reports.
    private static func interval(_ name: String) -> [Method] {
        if let known = intervals[name] { return [known] }
        switch name {
        case let name where name.contains("clustered"):
            return [
                Method(
                    text:
                        "\(name.replacing("_", with: "-")) intervals with effective trials from the clusters' variance",
                    source: "Korn & Graubard 1998; Saha, Miller & Wang 2016")
            ]
        case let name where name.hasPrefix("obuchowski"): return [clusteredAreas]
        case "delong", "delong logit", "degenerate": return [areas]
        case let name where name.contains("bca"):
            return [Method(text: "bias-corrected and accelerated bootstrap intervals", source: "Efron 1987")]
        case let name where name.contains("bootstrap calibration"):
            return [
                Method(
                    text:
                        "intervals of calibration errors: less the bootstrapped distance of all bins, plus the "
                        + "error's own bootstrap", source: "Guo et al. 2017; Efron & Tibshirani 1993")
            ]
        case let name where name.contains("cluster bootstrap"):
            return [
                Method(
                    text: "bootstrap intervals from clusters drawn whole, with the tails of Student's t",
                    source: "Field & Welsh 2007; Hesterberg 2015")
            ]
        case let name where name.contains("bootstrap"):
            return [
                Method(
                    text: "percentile bootstrap intervals, stratified by group"
                        + (name.contains("by class") ? " and class" : ""), source: "Efron & Tibshirani 1993")
            ]
        default: return []
        }
    }

    /// Intervals that go by one name.
    private static let intervals: [String: Method] = [
        "wilson": Method(text: "Wilson intervals of proportions", source: "Wilson 1927"),
        "clopper_pearson": Method(
            text: "Clopper-Pearson intervals of proportions", source: "Clopper & Pearson 1934"),
        "jeffreys": Method(text: "Jeffreys intervals of proportions", source: "Brown, Cai & DasGupta 2001"),
        "agresti_coull": Method(
            text: "Agresti-Coull intervals of proportions", source: "Agresti & Coull 1998"),
        "newcombe": Method(
            text: "Newcombe intervals of differences of proportions", source: "Newcombe 1998, method 10"),
        "noncentral chi-squared": Method(
            text: "limits of the variance between groups by inverting noncentral chi-squared",
            source: "Steiger & Fouladi 1997; Lum, Zhang & Bower 2022"),
        "noncentral chi-squared gini": Method(
            text:
                "limits of Gini's coefficient from those of the variance between groups and of their mean, which "
                + "bound it by Cauchy and Schwarz", source: "Steiger & Fouladi 1997"),
    ]

    private static let areas = Method(
        text: "areas under the ROC curve compared by placements",
        source: "DeLong, DeLong & Clarke-Pearson 1988; Sun & Xu 2014")

    private static let clusteredAreas = Method(
        text: "areas under the ROC curve of clustered rows, by placements summed over clusters",
        source: "Obuchowski 1997")

    /// The method of a test by its name in reports.
    private static func test(_ name: String) -> [Method] {
        switch name {
        case let name where name.contains("permutation"):
            [Method(text: "permutation test of max-min: \(name)", source: "DiCiccio et al., KDD 2020")]
        case let name where name.hasPrefix("Obuchowski"): [Self.clusteredAreas]
        case let name where name.hasPrefix("Fisher"):
            [Method(text: "Fisher's exact test of two groups, two-sided", source: "Fisher 1935")]
        case let name where name.hasPrefix("DeLong"): [Self.areas]
        case let name where name.hasPrefix("Pearson"):
            [Method(text: "Pearson's chi-squared test of equal rates", source: "Pearson 1900")]
        case let name where name.contains("McNemar"):
            [Method(text: "McNemar's exact test of paired decisions", source: "McNemar 1947")]
        case let name where name.contains("Cochran"):
            [Method(text: "Cochran-Armitage test of trend", source: "Cochran 1954; Armitage 1955")]
        default: []
        }
    }
}
