@testable import Semantics

/// A folder where every file exists and no table has columns.
struct NoFiles: SchemaProvider {
    func exists(_ path: String) -> Bool { true }
    func columns(of path: String) throws(SchemaError) -> [String] { [] }
    func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }
}
