extension Plan {
    /// The plan for a terminal; several lines, each with its line break.
    public var text: String {
        let edition =
            program.pinsEdition ? "edition \(program.edition)" : "edition \(program.edition) (newest)"
        var rows: [(String, String)] = []
        for sampling in samplings {
            rows.append(("cohort \(sampling.cohort.name)", Self.product(sampling)))
            rows.append(("generator \(sampling.cohort.generator.name)", Self.work(sampling)))
        }
        for judging in judgings { rows.append(("audit \(judging.audit.name)", Self.work(judging))) }
        for case .dataset(let dataset) in program.statements.map(\.action) {
            rows.append(("dataset \(dataset.name)", origin(dataset)))
        }
        if !samplings.isEmpty || !judgings.isEmpty { rows.append(("on this machine", machine)) }
        if !commonDefaults.isEmpty {
            rows.append(("defaults used", commonDefaults.joined(separator: ", ")))
        }
        for (name, text) in classifierDefaults { rows.append(("defaults of \(name)", text)) }
        for resolution in resolutions {
            let gap = Value.canonical((resolution.gap * 1_000).rounded(.up) / 1_000)
            let groups = "\(resolution.groups) groups of \(Words.count(resolution.size, "image"))"
            rows.append(
                (
                    "gaps by \(resolution.grouping)",
                    "\(groups) of \(resolution.cohort) show gaps from about \(gap) (95 %, power 80 %)"
                ))
        }
        if rows.isEmpty { rows.append(("nothing to do", "no statement wants images or predictions")) }
        let width = (rows.map(\.0.count).max() ?? 0) + 2
        let body = rows.map { row in
            "  " + row.0 + String(repeating: " ", count: width - row.0.count) + row.1 + "\n"
        }
        return "\(name)  \(edition), seed \(program.settings.seed)\n" + body.joined()
    }

    /// `2 sex x 8 age x 1 diagnosis = 16 cells x 100 = 1 600 images`
    static func product(_ sampling: Sampling) -> String {
        let cohort = sampling.cohort
        var text = cohort.namedSize
        if sampling.images != cohort.imageCount {
            text += ", \(Words.grouped(sampling.images)) of them wanted"
        }
        return text
    }

    /// `predictions in preds.csv, labels in meta.csv (dx), sex <- sex`
    private func origin(_ dataset: DatasetDescription) -> String {
        var text: String
        if let folder = dataset.images {
            let count = photographs[dataset.name] ?? 0
            text = "\(Words.count(count, "photograph")) with a row in \(folder)"
        } else {
            text = "predictions in \(dataset.place)"
        }
        for prediction in dataset.predictions {
            let name = prediction.classifier.map { "\($0): " } ?? ""
            switch prediction.reading {
            case .predictedClass(let column, let classes):
                text += " (\(name)\(column) is \(classes.joined(separator: " or ")))"
            case .score(let columns, let threshold):
                text += " (\(name)\(columns.joined(separator: " + ")) >= \(Value.canonical(threshold)))"
            }
        }
        text += ", labels in \(dataset.labels) (\(dataset.labelColumns))"
        for filter in dataset.filters {
            text += ", only \(filter.column.name) \(Words.list(filter.texts, joining: "or"))"
        }
        if let weight = dataset.weight { text += ", weighted by \(weight.name)" }
        return text + dataset.mappings.map { ", \($0.attribute) <- \($0.column.name)" }.joined()
    }

    private static func work(_ sampling: Sampling) -> String {
        guard sampling.cost.passesPerImage > 0 else {
            return "drawn without a network, ETA \(Quantity.duration(sampling.seconds))"
        }
        let options = sampling.cohort.generator.options
        let steps = options.integer("steps").map { Words.count($0, "step") } ?? "a network"
        let guidance = options.number("guidance").map { " (guidance \(Value.canonical($0)))" } ?? ""
        let passes = "\(Words.grouped(sampling.cost.passesPerImage)) passes an image"
        return "\(steps)\(guidance) = \(passes), \(Quantity.count(sampling.passes)) forward passes, "
            + "\(Quantity.operations(sampling.flops)), ETA \(Quantity.duration(sampling.seconds))"
    }

    private static func work(_ judging: Judging) -> String {
        let classifiers = judging.audit.classifiers.count
        let images = classifiers == 0 ? 0 : judging.inferences / classifiers
        return "\(Words.count(classifiers, "classifier")) x \(Words.grouped(images)) = "
            + "\(Words.count(judging.inferences, "inference")), ETA \(Quantity.duration(judging.seconds))"
    }

    private var machine: String {
        let rate = "\(Quantity.operations(flopsPerSecond))/s \(isMeasured ? "measured" : "assumed")"
        let cached = samplings.reduce(0) { $0 + $1.cached }
        let share = images == 0 ? 0 : Int((Double(cached) / Double(images) * 100).rounded(.down))
        return "\(rate)   ETA \(Quantity.duration(seconds))   peak \(Quantity.size(peakBytes))"
            + "   disk \(Quantity.size(diskBytes))   cached \(share) %"
    }
}
