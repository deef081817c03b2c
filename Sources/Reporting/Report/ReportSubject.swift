import Statistics

/// The outcomes of one classifier on one cohort or data set: what a report is made from.
package struct ReportSubject: Sendable {
    /// The classifier's name in the script.
    package var classifier: String
    /// The cohort's or data set's name in the script.
    package var cohort: String
    /// One row for each image.
    package var records: RecordTable
    /// The same rows, called positive where the decision flips; nil where nothing was varied.
    package var flips: RecordTable?
    /// The hash of the classifier, in hex; nil where only its predictions are known.
    package var modelHash: String?
    /// The ids of the rows' images, where they are known: `compare` pairs by them.
    package var ids: [String]?
    /// A column that may say which rows depend on one another, where the script does not say it.
    package var likelyClusters: ClusterColumn?
    /// What is to be said about rows that took no part.
    package var remarks: [ReportNote]
    /// Where the threshold of the decisions was chosen, where a rule chose it on other data.
    package var calibration: ReportCalibration?
    /// The hash of everything that determines the images, or of the predictions file, in hex.
    package var cohortHash: String

    /// The outcomes of one classifier.
    package init(
        classifier: String, cohort: String, records: RecordTable, flips: RecordTable? = nil,
        modelHash: String?, cohortHash: String,
        ids: [String]? = nil, likelyClusters: ClusterColumn? = nil, remarks: [ReportNote] = [],
        calibration: ReportCalibration? = nil
    ) {
        self.classifier = classifier
        self.cohort = cohort
        self.records = records
        self.flips = flips
        self.modelHash = modelHash
        self.cohortHash = cohortHash
        self.ids = ids
        self.likelyClusters = likelyClusters
        self.remarks = remarks
        self.calibration = calibration
    }
}
