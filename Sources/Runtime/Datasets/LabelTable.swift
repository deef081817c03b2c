import Semantics

/// The file of labels of a data set: for each key its true class and its attributes.
struct LabelTable {
    /// The fields of one row that somebody asks for.
    struct Row {
        /// The true class.
        let label: CSVField
        /// The weight, where this file holds it.
        let weight: CSVField?
        /// The patient or lesion, where this file holds it.
        let cluster: CSVField?
        /// The fields of the attributes that this file holds, in the order of `attributes`.
        let values: [CSVField]
    }

    /// The attributes that this file holds, in order.
    let attributes: [String]
    private var rows: [String: Row] = [:]

    /// Reads the labels of `dataset` from the CSV at `path`.
    init(_ dataset: DatasetDescription, path: String, keyColumn: String) throws(CSVError) {
        let mappings = dataset.mappings.filter(\.inLabels)
        attributes = mappings.map(\.attribute)
        var reader = try CSVReader(path: path)
        let key = try reader.index(of: keyColumn)
        let label = try reader.index(of: dataset.labelColumn)
        var columns: [Int] = []
        for mapping in mappings { columns.append(try reader.index(of: mapping.column)) }
        var weight: Int?
        if let column = dataset.weight, column.inLabels { weight = try reader.index(of: column.column) }
        var cluster: Int?
        if let column = dataset.cluster ?? dataset.likelyCluster, column.inLabels {
            cluster = try reader.index(of: column.column)
        }
        while let fields = try reader.next() {
            let id = Self.key(fields[key].text)
            let row = Row(
                label: fields[label], weight: weight.map { fields[$0] },
                cluster: cluster.map { fields[$0] }, values: columns.map { fields[$0] })
            if let earlier = rows.updateValue(row, forKey: id) {
                throw .duplicateRow(
                    path: path, line: fields[key].line, column: fields[key].column, id: id,
                    first: earlier.label.line)
            }
        }
    }

    /// The row whose key is that of `text`.
    func row(named text: String) -> Row? {
        rows[Self.key(text)]
    }

    /// The name of an image without the extension of its file.
    static func key(_ text: String) -> String {
        guard let dot = text.lastIndex(of: "."), imageExtensions.contains(text[dot...].lowercased()) else {
            return text
        }
        return String(text[..<dot])
    }

    private static let imageExtensions: Set<String> = [
        ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".dcm",
    ]
}
