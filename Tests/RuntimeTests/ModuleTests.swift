import Diagnostics
import Foundation
import Semantics
import TestSupport
import Testing

@testable import Runtime

@Suite struct ModuleTests {
    @Test("all modules are there, and can be used, alone and together")
    func all() async throws {
        let names = StandardLibrary.modules
        let data = [
            "ddi", "derm7pt", "fitzpatrick17k", "ham10000", "isic2019", "isic2020", "milk10k", "padufes20",
        ]
        let expected = (data + ["bands", "prompts", "testsets", "watanabe2025"]).map { "derm.\($0)" }
        #expect(Set(names) == Set(expected + ["papers.watanabe2025", "policies.gates"]))
        for name in names {
            #expect(try await Workbench().run("use \(name)\n").exitCode == .success, "\(name)")
        }
        let bench = try Workbench()
        let together = names.map { "use \($0) as \($0.replacing(".", with: "_"))\n" }.joined()
        #expect(try await bench.run(together).exitCode == .success)
    }

    /// Tables as their data sets publish them, with invented rows: names of columns and odd values are what matters.
    @Test(
        "the tables of data sets that are not at hand are read as they are published",
        arguments: [
            (
                "derm.isic2020", "isic2020(\"photos\", \"t.csv\")",
                """
                image_name,patient_id,sex,age_approx,anatom_site_general_challenge,diagnosis,benign_malignant,target
                p,IP_1,male,45.0,head/neck,unknown,benign,0
                q,IP_2,,,,melanoma,malignant,1
                """, [false, true], "site", ["head_neck", nil]
            ),
            (
                "derm.ddi", "ddi(\"photos\", \"t.csv\")",
                ",DDI_ID,DDI_file,skin_tone,malignant,disease\n0,1,p.png,56,True,melanoma\n1,2,q.png,12,False,nevus\n",
                [true, false], "tone", ["dark", "light"]
            ),
            (
                "derm.derm7pt", "derm7pt(\"photos\", \"t.csv\")",
                """
                case_num,diagnosis,location,sex,management,clinic,derm,case_id
                1,melanoma (in situ),lower limbs,female,excision,NEL/P0.jpg,NEL/P.jpg,
                2,clark nevus,head neck,male,follow up,NEL/Q0.jpg,NEL/q.jpg,
                """, [true, false], "site", ["lower_extremity", "head_neck"]
            ),
            (
                "derm.padufes20", "padufes20(\"photos\", \"t.csv\")",
                """
                patient_id,lesion_id,age,gender,region,diameter_1,diagnostic,fitspatrick,img_id
                PAT_1,1,8,FEMALE,FOREARM,,NEV,,p.png
                PAT_2,2,80,MALE,NOSE,6.0,MEL,3.0,q.png
                """, [false, true], "fst", [nil, "III"]
            ),
        ])
    func published(
        module: String, source: String, table: String, labels: [Bool], attribute: String, values: [String?]
    ) async throws {
        let bench = try Workbench()
        try bench.folder.write(table, to: "t.csv")
        for name in ["p.png", "q.png"] { try PhotographFolder.write("photos/nel/\(name)", to: bench.folder) }
        let rows = try bench.rows("use \(module)\ndataset d = \(source)")
        #expect(rows.labels == labels)
        let column = try #require(rows.attributes.first { $0.name == attribute })
        #expect([0, 1].map { column.value(ofRow: $0)?.text } == values)
    }

    @Test("HAM10000's metadata is read as it is", .enabled(if: RealData.hasMetadata, RealData.absence))
    func ham10000() throws {
        let bench = try Workbench()
        try bench.link("HAM10000_metadata.csv")
        let rows = try bench.rows(
            "use derm.ham10000\ndataset d = ham10000(\"photos\", \"HAM10000_metadata.csv\")")
        #expect(rows.count("sex") == ["m": 5_406, "f": 4_552, "": 57])
        #expect(rows.count("site")["lower_extremity"] == 2_077)
        #expect(rows.labels.count { $0 == true } == 1_113)
        #expect(rows.labels.count == 10_015)
    }

    @Test(
        "ISIC 2019's two tables are joined, with and without the mark of smaller copies",
        .enabled(if: RealData.hasMetadata, RealData.absence))
    func isic2019() throws {
        let bench = try Workbench()
        try bench.link("ISIC_2019_Training_GroundTruth.csv")
        try bench.link("ISIC_2019_Training_Metadata.csv")
        let rows = try bench.rows(
            """
            use derm.isic2019
            dataset d = isic2019("photos", "ISIC_2019_Training_GroundTruth.csv", "ISIC_2019_Training_Metadata.csv")
            """)
        #expect(rows.labels.count { $0 == true } == 4_522)
        #expect(rows.count("sex") == ["m": 13_286, "f": 11_661, "": 384])
        #expect(rows.count("site")["head_neck"] == 4_587)
        #expect(rows.keys?.strings.count { $0.hasSuffix("_downsampled") } == 2_074)
    }

    @Test(
        "a photograph of MILK10k finds its truth by its lesion",
        .enabled(if: RealData.hasMetadata, RealData.absence))
    func milk10k() throws {
        let bench = try Workbench()
        try bench.link("MILK10k_Training_GroundTruth.csv")
        try bench.link("MILK10k_Training_Metadata.csv")
        let source = """
            use derm.milk10k
            dataset d = milk10k("photos", "MILK10k_Training_GroundTruth.csv", "MILK10k_Training_Metadata.csv")
            """
        let all = try bench.rows(source)
        let dermoscopic = try bench.rows(source + " with only {image_type: dermoscopic}")
        #expect(all.labels.count == 10_480)
        #expect(dermoscopic.labels.count == 5_240)
        #expect(!all.labels.contains(nil))
        let positives = dermoscopic.labels.count { $0 == true }
        #expect(positives == 450 && all.labels.count { $0 == true } == 2 * positives)
        #expect(all.count("tone_class")["3"] == 6_348)
    }

    @Test(
        "skin type -1 of Fitzpatrick17k is unknown and never a type",
        .enabled(if: RealData.hasMetadata, RealData.absence))
    func fitzpatrick17k() throws {
        let bench = try Workbench()
        try bench.link("fitzpatrick17k_labels.csv")
        let rows = try bench.rows(
            "use derm.fitzpatrick17k\ndataset d = fitzpatrick17k(\"photos\", \"fitzpatrick17k_labels.csv\")")
        #expect(
            rows.count("fst") == [
                "I": 2_947, "II": 4_808, "III": 3_308, "IV": 2_781, "V": 1_533, "VI": 635, "": 565,
            ])
        #expect(rows.labels.count { $0 == true } == 573)
    }
}

extension Workbench {
    /// Puts a table of the real metadata into the folder, and a photograph beside it, which a folder needs.
    fileprivate func link(_ name: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + name, withDestinationPath: RealData.folder + "/metadata/" + name)
        try PhotographFolder.write("photos/any.png", to: folder)
    }

    /// The rows of the data set `d` of a script.
    fileprivate func rows(_ script: String) throws -> DatasetRows {
        let program = try program(Source(name: "t.audit", text: "edition 2026\n" + script))
        let dataset = try #require(program.dataset(named: "d"))
        return try DatasetReader(dataset, catalogue: .standard) { folder.path + "/" + $0 }.rows()
    }
}

extension DatasetRows {
    /// How many rows have each value of an attribute; those without one under the empty text.
    fileprivate func count(_ name: String) -> [String: Int] {
        guard let attribute = attributes.first(where: { $0.name == name }) else { return [:] }
        return Dictionary(grouping: labels.indices) { attribute.value(ofRow: $0)?.text ?? "" }
            .mapValues(\.count)
    }
}
