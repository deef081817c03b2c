import Tensors
import Weights

/// Turns a condition into a vector of the network's width (lightningdit.md, section 8).
struct ConditionEmbedder: Sendable {
    private enum Table: Sendable {
        /// `[classes + 1, D]`; the last row is the unconditional class.
        case labels(Tensor)
        /// A linear map of the text vector, and the vector `[D]` for no text.
        case text(Linear, null: Tensor?)
    }

    private let table: Table

    init(from source: any WeightSource, width: Int, on engine: Engine) throws(GenerationError) {
        do throws(WeightsError) {
            if source.has("y_embedder.embedding_table.weight") {
                let rows = try source.shape(of: "y_embedder.embedding_table.weight", rank: 2)[0]
                table = .labels(try source.tensor("y_embedder.embedding_table.weight", shape: [rows, width]))
                return
            }
        } catch { throw .weights(error) }
        // `text_proj` has its null vector behind the projection, `proj` before it.
        let isBehind = source.has("y_embedder.text_proj.weight")
        let name = isBehind ? "y_embedder.text_proj" : "y_embedder.proj"
        let layers = LayerLoader(source, engine)
        let projection = try layers.linear(name, outputs: width)
        guard source.has("y_embedder.null_embedding") else {
            table = .text(projection, null: nil)
            return
        }
        let null = try layers.tensor("y_embedder.null_embedding", [isBehind ? width : projection.inputs])
        table = .text(
            projection, null: isBehind ? null : projection(null.reshaped([1, null.count])).reshaped([width]))
    }

    /// The vector `[D]` of `condition`.
    func callAsFunction(_ condition: Condition) throws(GenerationError) -> Tensor {
        switch (table, condition) {
        case (.labels(let rows), .label(let label)):
            guard label >= 0, label < rows.shape[0] else {
                throw .setting(name: "label", expected: "0 to \(rows.shape[0] - 1)", found: "\(label)")
            }
            return rows.rows(label..<label + 1).reshaped([rows.lastExtent])
        case (.labels(let rows), .none):
            return rows.rows(rows.shape[0] - 1..<rows.shape[0]).reshaped([rows.lastExtent])
        case (.text(let projection, _), .text(let vector)):
            guard vector.count == projection.inputs else {
                throw .setting(
                    name: "text", expected: "a vector of \(projection.inputs) numbers",
                    found: "one of \(vector.count)")
            }
            return projection(vector.reshaped([1, vector.count])).reshaped([projection.outputs])
        case (.text(_, let null?), .none):
            return null
        case (.text, .none):
            throw .setting(name: "condition", expected: "the vector of the empty text", found: "none")
        case (.text, .label), (.labels, .text):
            throw .setting(
                name: "condition", expected: "labels or text, as the network was trained", found: "the other")
        }
    }
}
