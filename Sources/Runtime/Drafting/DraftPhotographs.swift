import Diagnostics
import Provenance
import Semantics

/// The folder of photographs of a script that is being written, and the table of their labels.
struct DraftPhotographs {
    /// The folder, as the script is to name it.
    let folder: String
    /// How many photographs it holds, and how many of them have a row.
    let count: Int
    let listed: Int

    /// The data set, and an audit of it with a classifier to begin with.
    ///
    /// - Parameters:
    ///   - options: those of the data set.
    ///   - name: of the audit.
    func declaration(_ options: [String], of name: String) -> String {
        """
        # \(Words.count(count, "photograph")), \(Words.grouped(listed)) of them with a row. Rows without a photograph, and photographs \
        without a row, are named in the report.
        dataset photographs = folder("\(folder)") with \(options.joined(separator: ", "))

        # MelaNet is a phantom that comes with the program: nothing it says is about patients. Put your own classifier here;
        # `dermaudit inspect FILE` shows what a file of weights needs, for example
        #     classifier mine = densenet121("mine.pth") with classes [nevus, melanoma], positive melanoma
        audit \(name) = MelaNet on photographs

        """
    }

    /// The tables that may hold the labels: those in the folder, and those beside it.
    static func tables(of folder: String) -> [String] {
        let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let above = PathText.folder(of: trimmed)
        var paths: [String] = []
        for place in [trimmed, above.isEmpty ? "." : above] {
            let names = (try? HostFile.names(in: place)) ?? []
            let tables = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted()
            paths += tables.map { place == "." ? $0 : "\(place)/\($0)" }
        }
        return paths
    }

    /// How many photographs of `folder` the rows of a table name; 0 where no column names an image.
    static func listed(in table: String, _ folder: ImageFolder) throws(CSVError) -> Int {
        let reader = try CSVReader(path: table)
        guard let id = ColumnRoles.id(of: reader.columns) else { return 0 }
        let column = try reader.index(of: id)
        var found: Set<String> = []
        while try reader.advance() {
            if let file = folder.files(named: try reader.text(column)).first { found.insert(file.path) }
        }
        return found.count
    }
}
