/// An object to which a sweep gives rows; it is never given some by two threads at once.
package protocol RowGatherer: AnyObject {
    /// Adds the rows.
    func add(_ rows: CSVRows) throws(CSVError)
}
