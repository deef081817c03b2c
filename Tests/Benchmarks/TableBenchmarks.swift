import Runtime

/// The reading of tables, whose speed is measured without anything that is made of them.
enum TableBenchmarks {
    /// Reads the predictions of `compare_tables.py` into columns, as audits read them: names of images, scores, and four columns of
    /// few values.
    static func run(_ path: String, threads: Int) -> Benchmarks.Run {
        {
            let reader = try CSVReader(path: path)
            let scores = SweptColumn(try ScoreColumns(["p"], of: reader))
            let names = SweptColumn(try NamedRows("image", of: reader))
            var columns: [SweptColumn<CodedColumn>] = []
            for name in ["dx", "sex", "age", "site"] {
                columns.append(SweptColumn(try CodedColumn(name, of: reader)))
            }
            let count = try RowSweep(reader, into: [names, scores] + columns, threads: threads).run()
            precondition(names.column.texts.count == count, "a row without a name")
            precondition(scores.column.scores.count == count, "a row without a score")
        }
    }
}
