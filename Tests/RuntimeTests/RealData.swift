import Foundation
import Testing

/// The folder of real data that may not be part of the repository.
enum RealData {
    /// `$DERMAUDIT_DATA`, or `shared/data` beside the checkout.
    static let folder: String = {
        if let chosen = ProcessInfo.processInfo.environment["DERMAUDIT_DATA"], !chosen.isEmpty {
            return chosen
        }
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return checkout.deletingLastPathComponent().appendingPathComponent("shared/data").path
    }()

    /// Whether the audit of the ISIC 2018 classifiers is there.
    static let hasAudit = FileManager.default.fileExists(
        atPath: folder + "/audit/isic18_mobilenet/expected.json")

    /// Whether the tables of public data sets are there.
    static let hasMetadata = FileManager.default.fileExists(
        atPath: folder + "/metadata/HAM10000_metadata.csv")

    /// Why a test that needs real data is skipped.
    static let absence: Comment = "no real data: set DERMAUDIT_DATA to its folder"
}
