import Runtime

/// The reading of tables, whose speed is measured without anything that is made of them.
enum TableBenchmarks {
    /// Reads the predictions of `compare_tables.py` into columns: names of images, scores, and four columns of few values.
    static func run(_ path: String) -> Benchmarks.Run {
        {
            let reader = try CSVReader(path: path)
            let scores = try ScoreColumns(["p"], of: reader)
            let image = try reader.index(of: "image")
            var columns: [CodedColumn] = []
            for name in ["dx", "sex", "age", "site"] { columns.append(try CodedColumn(name, of: reader)) }
            var names = TextColumn()
            var values: [Double] = []
            while try reader.advance() {
                try reader.append(image, to: &names)
                values.append(try scores.score(reader))
                for place in columns.indices { try columns[place].add(reader) }
            }
            precondition(names.count == values.count, "a row without a name")
        }
    }
}
