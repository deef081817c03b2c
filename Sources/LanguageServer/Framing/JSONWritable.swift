/// What is written as JSON without Foundation's coder.
protocol JSONWritable {
    /// Writes it.
    func write(to json: inout JSONBytes)
}
