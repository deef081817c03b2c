/// A remark that belongs beside the numbers.
package struct ReportNote: Sendable, Hashable {
    /// A stable code for tools, such as `uniformly_poor`.
    package let code: Code
    /// The remark in words.
    package let text: String

    /// A remark with its code.
    package init(code: Code, text: String) {
        self.code = code
        self.text = text
    }

    /// What a remark is about.
    package enum Code: String, Sendable, Hashable {
        /// Drawn lesions instead of patients.
        case phantom
        /// What the intervals carry, and what they do not.
        case samplingOnly = "sampling_uncertainty"
        /// A small gap between accuracies that are all bad.
        case uniformlyPoor = "uniformly_poor"
        /// `dp`, demographic parity and equal opportunity coincide (N0501).
        case coincide = "N0501"
        /// The groups are too small to tell the gap from none (W1202).
        case smallGroups = "W1202"
        /// Whether the crossing of the attributes shows differences that each attribute alone hides.
        case crossing
        /// Groups without a value, and why.
        case undefinedGroups = "undefined_groups"
        /// Rows that were left out.
        case excludedRows = "excluded_rows"
        /// Rows whose photograph is not there.
        case missingPhotographs = "missing_photographs"
        /// Photographs that no row names.
        case unlistedPhotographs = "unlisted_photographs"
        /// Photographs that cannot be read.
        case damagedPhotographs = "damaged_photographs"
        /// Groups with fewer rows than `min_n`.
        case fewRows = "few_rows"
        /// Groups that were left out on request.
        case excludedLevels = "excluded_levels"
        /// Pairs of groups that were not tested, because there are too many.
        case untestedPairs = "untested_pairs"
        /// A threshold that was set after the audit.
        case threshold
        /// Rows that do not all count alike: no intervals, no tests.
        case weighted
        /// What intervals and tests take as independent, where that is not the row.
        case unit
        /// A column that repeats and of which the script says nothing (W1214).
        case unstatedClusters = "W1214"
        /// Groups of few clusters, whose variance is little known (W1215).
        case fewClusters = "W1215"
        /// What a column of shrunken rates is.
        case shrunken
        /// A quantity that nobody has a value of, and why.
        case noValue = "no_value"
        /// Areas under the ROC curve of few positives or negatives.
        case fewOfAClass = "few_of_a_class"
        /// Calibration errors, which depend on the number of rows.
        case binned
        /// Sensitivities at thresholds chosen on the rows that they are measured on.
        case apparent
        /// Inequality of benefits where every case is positive.
        case restatesAccuracy = "restates_accuracy"
        /// A variance between groups that came out negative.
        case belowZero = "below_zero"
        /// A classifier that gives every image the same score (W1301).
        case constantScores = "W1301"
        /// Scores that are no probabilities (W1302).
        case notProbabilities = "W1302"
        /// An image that is scaled never or twice (W1303).
        case unscaledInput = "W1303"
        /// Probabilities that do not add up to one (W1304).
        case sumsNotOne = "W1304"
        /// A classifier that ranks its positive class below the others (W1305).
        case upsideDown = "W1305"
        /// Rows of a table that is joined with others whose identifier an earlier row has (W1306).
        case repeatedRows = "W1306"
        /// What becomes of calls when a classifier is told another value of an attribute.
        case counterfactual
        /// What tests are adjusted for.
        case strata

        /// Whether the code is one that `dermaudit explain` knows.
        package var isDiagnostic: Bool {
            rawValue.wholeMatch(of: /[NW][0-9]{4}/) != nil
        }
    }
}
