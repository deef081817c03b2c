import Classification
import Reporting
import Weights

/// What is inside an ONNX model, and what it needs to run.
struct ONNXInspection: InspectedFile {
    private let model: ONNXModel
    /// What would run it, with its version; nil where none is found.
    private let runtime: String?

    /// Looks into the model at `path`; reads all of it for the digest.
    init(path: String) throws(WeightsError) {
        model = try ONNXModel.open(path)
        runtime = try? ONNXRuntimeLibrary().name
    }

    /// The kinds of operations, the most frequent first.
    private var kinds: [(kind: String, count: Int)] {
        model.kinds.map { (kind: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.kind) < ($0.count, $1.kind)
        }
    }

    /// The files besides.
    private var externals: [(name: String, bytes: Int)] {
        zip(model.externalFiles, model.externalBytes).map { (name: $0, bytes: $1) }
    }

    /// The bytes of all weights; nil where the model does not say.
    private var weightBytes: Int? {
        model.weights.reduce(0) { sum, weight in
            guard let sum, let bytes = weight.bytes else { return nil }
            let (total, isTooMuch) = sum.addingReportingOverflow(bytes)
            return isTooMuch ? nil : total
        }
    }

    /// The only output's last extent.
    private var outputs: Int? { model.outputs.count == 1 ? model.outputs[0].shape?.last ?? nil : nil }

    /// What is missing for the model to run here.
    private var needs: [String] {
        var needs: [String] = []
        if runtime == nil {
            needs.append(
                "ONNX Runtime 1.19 or newer: `python3 -m pip install onnxruntime`, or "
                    + "\(ONNXRuntimeLibrary.variable) names its library")
        }
        let images = model.inputs.compactMap { ONNXImageInput($0, layout: nil) }
        if images.count > 1 { needs.append("which input takes the image: `image`") }
        if images.isEmpty { needs.append("whether channels come first or last: `layout`") }
        if images.count == 1, images[0].height == nil || images[0].width == nil {
            needs.append("the side of an image: `input`")
        }
        let others = model.inputs.filter { port in !images.contains { $0.name == port.name } }
        if !images.isEmpty, !others.isEmpty {
            needs.append("numbers for " + others.map { "`\($0.name)`" }.joined(separator: ", ") + ": `fixed`")
        }
        if model.outputs.count > 1 { needs.append("which output has the scores: `head`") }
        let count = outputs.map { "\($0) scores" } ?? "scores"
        return needs + [
            "classes: the meaning of its \(count), in order", "which class is positive",
            "how images are resized and normalised",
        ]
    }

    func text(listsAll: Bool) -> String {
        let operators = kinds.prefix(listsAll ? .max : 12).map { "\($0.kind) \($0.count)" }
        let more = kinds.count > operators.count ? ", ... (`--all` lists them)" : ""
        let total = model.kinds.values.reduce(0, +)
        var rows: [(name: String, fact: String)] = [
            ("format", "ONNX, \(Decimals.thousands(model.size)) bytes"), ("sha256", "\(model.digest)"),
            (
                "operations",
                "\(Decimals.thousands(total)) of set \(model.operationSet)"
                    + (model.producer.isEmpty ? "" : ", written by \(model.producer)")
            ),
            ("kinds", operators.joined(separator: ", ") + more),
            (
                "weights",
                "\(Decimals.thousands(model.weights.count)) tensors"
                    + (weightBytes.map { ", \(Decimals.thousands($0)) bytes" } ?? ", of unknown size")
            ),
        ]
        rows += InspectionText.list("inputs", model.inputs.map { Self.text($0) })
        rows += InspectionText.list(
            "outputs", model.outputs.map { Self.text($0, from: model.lastOperations[$0.name]) })
        rows += InspectionText.list(
            "files besides",
            externals.map { "`\($0.name)`, \(Decimals.thousands($0.bytes)) bytes" })
        if let runtime { rows.append(("run by", runtime)) }
        rows += InspectionText.list("to run it", needs)
        return InspectionText.facts(model.path, rows).joined(separator: "\n") + "\n"
    }

    /// A name with its type and extents, `?` for those left open.
    private static func text(_ port: ONNXModel.Port, from operation: String? = nil) -> String {
        let shape = port.shape.map { extents in
            "[" + extents.map { $0.map(String.init) ?? "?" }.joined(separator: ", ") + "]"
        }
        return "`\(port.name)` \(ONNXModel.typeName(port.type)) \(shape ?? "of unknown extents")"
            + (operation.map { ", from \($0)" } ?? "")
    }

    var json: JSONValue {
        .object([
            "path": .string(model.path), "format": .string("onnx"), "bytes": .integer(model.size),
            "sha256": .string("\(model.digest)"), "producer": .string(model.producer),
            "operation_set": .integer(model.operationSet),
            "operations": .object(model.kinds.mapValues { .integer($0) }),
            "weights": .object([
                "tensors": .integer(model.weights.count), "bytes": weightBytes.map { .integer($0) } ?? .null,
            ]),
            "inputs": .array(model.inputs.map { Self.json($0) }),
            "outputs": .array(model.outputs.map { Self.json($0, from: model.lastOperations[$0.name]) }),
            "external_files": .array(
                externals.map { .object(["name": .string($0.name), "bytes": .integer($0.bytes)]) }),
            "runtime": .optional(runtime), "needs": .strings(needs),
        ])
    }

    private static func json(_ port: ONNXModel.Port, from operation: String? = nil) -> JSONValue {
        .object([
            "name": .string(port.name), "dtype": .string(ONNXModel.typeName(port.type)),
            "shape": port.shape.map { .array($0.map { $0.map { .integer($0) } ?? .null }) } ?? .null,
            "operation": .optional(operation),
        ])
    }
}
