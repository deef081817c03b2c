import Diagnostics
import Syntax

extension Checker {
    /// A network with weights of the user's: what the script leaves open is taken from its authors, from the files
    /// beside the weights, or from the defaults; which class is positive is taken from nowhere else.
    mutating func network(
        _ definition: NetworkDefinition, _ files: [NetworkFile], _ declaration: Declaration,
        _ span: SourceSpan
    ) throws(CheckFailure) -> ClassifierDescription {
        let written = try checkOptions(
            declaration.options, definition.options, of: "classifier `\(definition.name)`")
        let facts = try facts(of: files, definition)
        let format = facts?.format ?? definition.contracts.first?.format ?? .tensors
        guard let contract = definition.contract(for: format), let first = files.first else {
            throw fail(unfit(format, definition, files.first?.span ?? span))
        }
        let profile = definition.profiles.first { $0.name == written.text("profile") }
        var settings =
            Self.inputOfCrop(written) + (profile?.changes ?? []) + contract.settings + (facts?.settings ?? [])
        var options = completed(written, by: settings)
        let scores = try checkClasses(options, facts, definition, first.span, declaration)
        settings = Catalogue.networkDefaults(format, scores: scores)
        if format == .tensors {
            settings.append(NetworkSetting("input", [.integer(Self.side(contract.graph))]))
        }
        options = completed(options, by: settings)
        try checkTreatment(options, at: first.span)
        if facts?.graph == contract.graph { try checkHead(facts, options, first) }
        return ClassifierDescription(
            name: declaration.name.text,
            origin: .network(graph: contract.graph, weights: files.map(\.path)), options: options, span: span,
            metadata: try metadata(of: options))
    }

    /// Options with those added that the script leaves open, in the catalogue's order; the first that says one wins.
    private func completed(_ options: ResolvedOptions, by settings: [NetworkSetting]) -> ResolvedOptions {
        var entries = Dictionary(
            options.entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        // What a script says of `mean` by a name settles `std`, and what it says by numbers needs its own.
        let isMeanWritten = entries["mean"] != nil
        for setting in settings where entries[setting.option] == nil {
            if setting.option == "std", isMeanWritten { continue }
            if Self.crops(setting, otherThan: options) { continue }
            entries[setting.option] = ResolvedOptions.Entry(
                name: setting.option, values: setting.values, isDefault: true, span: nil,
                origin: setting.origin)
        }
        let order = Catalogue.networkOptions.map(\.name) + ["profile"]
        return ResolvedOptions(entries: order.compactMap { entries[$0] })
    }

    /// The input's side where the script says it by what it crops.
    private static func inputOfCrop(_ written: ResolvedOptions) -> [NetworkSetting] {
        let crop = written["resize"].flatMap { ResizePhrase($0.values) }?.crop
        return crop.map { [NetworkSetting("input", [.integer($0)])] } ?? []
    }

    /// Whether a file's way of resizing ends at another side than the input that the script says.
    private static func crops(_ setting: NetworkSetting, otherThan options: ResolvedOptions) -> Bool {
        guard setting.option == "resize", let input = options.integer("input"),
            let crop = ResizePhrase(setting.values)?.crop
        else { return false }
        return crop != input
    }

    /// What the files tell; nil where nothing is known of the place.
    private mutating func facts(
        of files: [NetworkFile], _ definition: NetworkDefinition
    ) throws(CheckFailure) -> NetworkFacts? {
        guard let first = files.first else { return nil }
        do {
            return try schema.network(at: first.path)
        } catch {
            throw fail(
                Diagnostic(
                    "E0430", "`\(first.path)` cannot be used as weights", at: first.span, label: error.reason,
                    helps: ["`dermaudit inspect \(first.path)` shows what is in it"]))
        }
    }

    /// The finding that a file is none of those that a network runs from.
    private func unfit(
        _ format: NetworkFacts.Format, _ definition: NetworkDefinition, _ span: SourceSpan
    ) -> Diagnostic {
        let others = catalogue.networks.filter {
            $0.contracts.first?.format == format && $0.name == format.rawValue
        }
        let wanted = definition.contracts.map(\.format.title)
        return Diagnostic(
            "E0430",
            "`\(definition.name)` runs \(wanted.joined(separator: " or ")), and this is \(format.title)",
            at: span,
            helps: others.map { "write `\($0.name)(...)` to run it as the file says" }
                + (format == .tensors ? ["name its architecture, such as `resnet50(...)`"] : []))
    }

    /// Checks that something says what stands between the linear layers of a head that has several.
    private mutating func checkHead(
        _ facts: NetworkFacts?, _ options: ResolvedOptions, _ file: NetworkFile
    ) throws(CheckFailure) {
        guard let head = facts?.head, head.count > 1, options["hidden"] == nil else { return }
        throw fail(
            Diagnostic(
                "E0436", "nothing says what stands between the last layers of `\(file.path)`", at: file.span,
                label: "ends in \(Words.list(head))",
                notes: [
                    "a file of tensors holds numbers and no activations, and another one gives other probabilities"
                ],
                helps: [
                    "write what the training script has there: `hidden relu`, or `gelu`, `silu`, `tanh`, `none`"
                ]))
    }

    /// The side that an architecture's published weights look at.
    private static func side(_ graph: String) -> Int {
        let sides = [
            "inception_v3": 299, "inception_fid": 299, "xception": 299, "efficientnet_b1": 240,
            "efficientnet_b2": 288,
            "efficientnet_b3": 300, "efficientnet_b4": 380, "efficientnet_b5": 456, "efficientnet_b6": 528,
            "efficientnet_b7": 600, "efficientnet_v2_s": 384, "efficientnet_v2_m": 480,
            "efficientnet_v2_l": 480,
        ]
        return sides[graph] ?? 224
    }
}
