import Reporting
import Statistics

/// Made-up outcomes for the tests of reports: counts chosen by hand, no person behind any.
enum Fixtures {
    /// Everything a report of embedded models carries.
    static let provenance = ReportProvenance(
        tool: "dermaudit 0.1.0", edition: 2026, scriptHash: String(repeating: "2e61ab34", count: 8),
        seed: 20_250_613,
        engine: "openblas 0.3.21 SkylakeX float32",
        generators: [
            ModelFacts(
                name: "phantom-dit", isPhantom: true,
                settings: [.init(name: "steps", value: "20"), .init(name: "guidance", value: "2.5")],
                weights: [
                    .init(role: "dit", sha256: String(repeating: "3fa2b1c0", count: 8)),
                    .init(role: "vae", sha256: String(repeating: "77d10e55", count: 8)),
                ])
        ],
        classifiers: [
            ModelFacts(
                name: "MelaNet", isPhantom: true,
                weights: [.init(role: "weights", sha256: String(repeating: "c3009a12", count: 8))])
        ])

    /// A classifier whose share of right answers differs between ages, each group of `n` melanomas.
    ///
    /// - Parameter hits: right answers for each level of `age`, spread evenly over `sex` and `fst`.
    static func subject(
        _ classifier: String = "MelaNet", n: Int = 24, hits: [Int] = [1, 2, 3, 3, 4, 6, 7, 8],
        benign: Bool = false
    ) throws -> ReportSubject {
        let ages = ["10", "20", "30", "40", "50", "60", "70", "80"]
        let types = ["I", "II", "III", "IV", "V", "VI"]
        var scores: [Double?] = []
        var labels: [Bool?] = []
        var values: (age: [String?], sex: [String?], fst: [String?]) = ([], [], [])
        for (age, right) in zip(ages, hits) {
            for row in 0..<n {
                let isMelanoma = !benign || row % 3 != 0
                let isRight = row < right
                labels.append(isMelanoma)
                scores.append(isRight == isMelanoma ? 0.75 : 0.25)
                values.age.append(age)
                values.sex.append(row % 2 == 0 ? "m" : "f")
                values.fst.append(types[(row / 2) % 6])
            }
        }
        return ReportSubject(
            classifier: classifier, cohort: "main",
            records: try RecordTable(
                labels: labels, scores: scores,
                attributes: [
                    AttributeColumn(name: "sex", levels: ["m", "f"], values: values.sex),
                    AttributeColumn(name: "age", levels: ages, values: values.age),
                    AttributeColumn(name: "fst", levels: types, values: values.fst),
                ]),
            modelHash: String(repeating: "c3009a12", count: 8),
            cohortHash: String(repeating: "09ef11aa", count: 8))
    }

    /// The report of the card: `report dp by age`.
    static func card() throws -> Report {
        try ReportBuilder(provenance: provenance)
            .report([.gap(.dp)], by: [Grouping(["age"])], of: [subject()])
    }

    /// Both classes, so that other gaps stand beside `dp`; several quantities, so that the table breaks.
    static func mixed() throws -> Report {
        var options = ReportOptions()
        options.permutationDraws = 199
        options.bootstrapDraws = 49
        options.correction = .holm
        return try ReportBuilder(provenance: provenance, options: options)
            .report(
                [.quantity(.accuracy), .quantity(.tpr), .quantity(.auroc), .gap(.dp), .gap(.equalizedOdds)],
                by: [Grouping(["sex"]), Grouping(["sex", "fst"])],
                of: [subject(n: 48, hits: [44, 43, 42, 40, 40, 38, 36, 30], benign: true)])
    }

    /// The layout of the paper's Table 2: extremes and gaps of several classifiers.
    static func tableTwo() throws -> Report {
        try ReportBuilder(provenance: provenance)
            .report(
                [.extreme(.max, .accuracy), .extreme(.min, .accuracy), .gap(.dp)],
                by: [Grouping(["sex"]), Grouping(["age"]), Grouping(["fst"])],
                of: [
                    subject("DeepGuide", hits: [0, 0, 1, 0, 0, 1, 0, 0]), subject("MelaNet"),
                    subject("SkinLesionDensenet", hits: [4, 6, 8, 9, 11, 13, 14, 15]),
                ])
    }

    /// A cohort with a declared group that no row fills.
    static func empty() throws -> Report {
        let records = try RecordTable(
            labels: [true, true, true, nil], decisions: [true, false, true, true],
            attributes: [
                AttributeColumn(name: "sex", levels: ["m", "f", "unknown"], values: ["m", "m", nil, "f"])
            ])
        let provenance = ReportProvenance(tool: "dermaudit 0.1.0", edition: 2026, scriptHash: "ab")
        let subject = ReportSubject(
            classifier: "gate, \"v2\"", cohort: "preds", records: records, modelHash: nil, cohortHash: "cd")
        return try ReportBuilder(provenance: provenance)
            .report([.quantity(.accuracy), .gap(.dp)], by: [Grouping(["sex"])], of: [subject])
    }

    /// A crossing, corrected and beside a reference group.
    static func crossing() throws -> Report {
        var options = ReportOptions()
        options.correction = .holm
        options.reference = .overall
        return try ReportBuilder(provenance: provenance, options: options)
            .report(
                [.quantity(.accuracy), .gap(.worstGroup)], by: [Grouping(["fst", "sex"])],
                of: [subject(n: 48, hits: [44, 43, 42, 40, 40, 38, 36, 30], benign: true)])
    }

    /// A crossing of 96 cells, more than a page holds, beside several quantities of it.
    static func long() throws -> Report {
        try ReportBuilder(provenance: provenance).report(
            [.quantity(.accuracy), .quantity(.tpr), .quantity(.fpr), .gap(.dp)],
            by: [Grouping(["sex", "age", "fst"])],
            of: [subject(n: 48, hits: [44, 43, 42, 40, 40, 38, 36, 30], benign: true)])
    }

    /// Rows that weigh what their place says; estimates alone.
    static func weighted() throws -> Report {
        var subject = try scored(n: 240)
        let records = subject.records
        subject.records = try RecordTable(
            labels: records.labels.map { $0 == 1 }, scores: records.scores ?? [],
            weights: records.labels.indices.map { Double(1 + $0 % 3) / 2 }, attributes: records.attributes)
        return try ReportBuilder(provenance: provenance).report(
            [.quantity(.accuracy), .quantity(.auroc), .gap(.dp)],
            by: [Grouping(["fst"]), Grouping(["fst", "age"])], of: [subject])
    }

    /// Scores of every height, so that there are curves: made by a fixed rule, worse for darker skin.
    static func scored(_ classifier: String = "MelaNet", n: Int = 1_200) throws -> ReportSubject {
        let types = ["I", "II", "III", "IV", "V", "VI"]
        let ages = ["20-39", "40-59", "60-79", "80+"]
        var scores: [Double?] = []
        var labels: [Bool?] = []
        var values: (age: [String?], fst: [String?]) = ([], [])
        var state: UInt64 = 7
        func draw() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        for row in 0..<n {
            let type = row % 6
            let isMelanoma = draw() < 0.35
            let noise = draw() + draw() - 1
            let score = (isMelanoma ? 0.68 - 0.05 * Double(type) : 0.30) + 0.42 * noise
            labels.append(isMelanoma)
            scores.append(min(max(score, 0), 1))
            values.fst.append(types[type])
            values.age.append(row % 97 == 0 ? nil : ages[(row / 6) % (type == 5 ? 3 : 4)])
        }
        return ReportSubject(
            classifier: classifier, cohort: "main",
            records: try RecordTable(
                labels: labels, scores: scores,
                attributes: [
                    AttributeColumn(name: "fst", levels: types, values: values.fst),
                    AttributeColumn(name: "age", levels: ages, values: values.age),
                ]),
            modelHash: String(repeating: "c3009a12", count: 8),
            cohortHash: String(repeating: "09ef11aa", count: 8))
    }

    /// A report that holds something for every figure: a marginal and a crossing with an empty cell, of scores.
    static func everything() throws -> Report {
        var options = ReportOptions()
        options.bootstrapDraws = 49
        return try ReportBuilder(provenance: provenance, options: options)
            .report(
                [.quantity(.accuracy), .quantity(.tpr), .quantity(.auroc), .quantity(.ece10), .gap(.dp)],
                by: [Grouping(["fst"]), Grouping(["fst", "age"])], of: [scored(n: 600)])
    }

    /// Two classifiers on the same images, in rates and a gap.
    static func compared() throws -> Report {
        var options = ReportOptions()
        options.correction = .holm
        options.bootstrapDraws = 49
        return try ReportBuilder(provenance: provenance, options: options).comparison(
            [.quantity(.accuracy), .quantity(.tpr), .gap(.dp), .extreme(.min, .accuracy)],
            by: [Grouping(["sex"])],
            of: subject("MelaNet", n: 48, hits: [44, 43, 42, 40, 40, 38, 36, 30], benign: true),
            against: [subject("DeepGuide", n: 48, hits: [30, 31, 32, 33, 34, 35, 36, 37], benign: true)])
    }

    /// One gate of each verdict.
    /// The SARIF of `card` or `hostile` with their gates, or of the empty report.
    static func sarif(_ name: String) throws -> String {
        switch name {
        case "card": try ReportRenderer().text(card(), gates: gates, as: .sarif)
        case "hostile": try ReportRenderer().text(hostile(), gates: hostileGates, as: .sarif)
        default: try ReportRenderer().text(empty(), as: .sarif)
        }
    }

    static let gates = [
        GateRecord(
            statement: "dp by sex of a.MelaNet <= 0.10", verdict: .pass, kind: .require, file: "gate.audit",
            line: 4),
        GateRecord(
            statement: "upper(dp by age of a.MelaNet, 95%) <= 0.15", verdict: .fail, kind: .require,
            because: "policy 4.2",
            explanation: """
                upper(dp by age of a.MelaNet, 95%) <= 0.15
                |                                  |
                0.412                              false: above by 0.262
                """, file: "gate.audit", line: 5),
        GateRecord(
            statement: "lower(recall of a.MelaNet, 95%) >= 0.15", verdict: .inconclusive, kind: .require,
            explanation: "0.130, estimate 0.177", file: "gate.audit", line: 6),
        GateRecord(
            statement: "fpr_gap by age of a.MelaNet <= 0.05", verdict: .undefined, kind: .expect,
            because: "no harm", explanation: "fpr_gap: no negative case", file: "gate.audit", line: 7),
    ]

    /// Names that try to be HTML, Markdown, LaTeX, CSV or terminal commands.
    static func hostile() throws -> Report {
        let name =
            "<script>alert('x')</script> & \\input{/etc/passwd} | [a](javascript:b) \u{1B}[31m\"`$_^~#%{ \"\u{301} onx=\"\u{301},\u{301}\\\u{301}"
        let records = try RecordTable(
            labels: [true, true, false, false], decisions: [true, false, true, false],
            attributes: [
                AttributeColumn(
                    name: "<b>site</b>", levels: ["<img src=x onerror=alert(1)>", "b|c"],
                    values: ["b|c", "<img src=x onerror=alert(1)>", "b|c", "<img src=x onerror=alert(1)>"])
            ])
        let provenance = ReportProvenance(
            tool: "dermaudit 0.1.0", edition: 2026, scriptHash: "ab",
            classifiers: [ModelFacts(name: name, isPhantom: false)],
            script: "report dp by site # </pre><script>alert(2)</script>", scriptName: "<i>.audit")
        let subject = ReportSubject(
            classifier: name, cohort: "=cmd()", records: records, modelHash: nil, cohortHash: "cd")
        return try ReportBuilder(provenance: provenance)
            .report([.quantity(.accuracy), .gap(.dp)], by: [Grouping(["<b>site</b>"])], of: [subject])
    }

    /// A gate with markup in everything that a user writes.
    static let hostileGates = [
        GateRecord(
            statement: "dp < 0.1 && \"a\" > b", verdict: .fail, kind: .require,
            because: "]]></failure><script>", explanation: "<script>alert(3)</script>\n`code`",
            file: "dir/<i> ö.audit", line: 1)
    ]
}
