/// What the checker may ask about files: whether they exist, and the columns of tables. Nothing else is read.
public protocol SchemaProvider: Sendable {
    /// Whether the file exists and can be read; `path` is as the script names it.
    func exists(_ path: String) -> Bool
    /// The names of a CSV's columns, from its first line.
    func columns(of path: String) throws(SchemaError) -> [String]
    /// How many JPEG and PNG files a folder and its subfolders hold, by their names; no file is opened.
    func imageCount(in folder: String) throws(SchemaError) -> Int
    /// The bytes of a module of the standard library, such as `derm.ham10000`; nil where there is none.
    func module(named name: String) throws(SchemaError) -> [UInt8]?
    /// The names of the modules, sorted.
    var moduleNames: [String] { get }
    /// The bytes of a script that another one uses.
    func script(at path: String) throws(SchemaError) -> [UInt8]
    /// The longer side of a classifier's input in pixels, from its manifest; nil where it does not say.
    func inputSide(ofManifest path: String) -> Int?
    /// What a network's file and those beside it tell, from headers only; nil where nothing is known of the place.
    func network(at path: String) throws(SchemaError) -> NetworkFacts?
    /// Why a file cannot be written at `path`, as far as one can see without writing; nil where it seems possible.
    func reasonAgainstWriting(_ path: String) -> String?
}

extension SchemaProvider {
    /// Where nothing is known of the place, it seems possible.
    public func reasonAgainstWriting(_ path: String) -> String? { nil }

    /// Where folders cannot be looked into, they hold something.
    public func imageCount(in folder: String) throws(SchemaError) -> Int { 1 }

    /// Where there is no standard library, it has no modules.
    public func module(named name: String) throws(SchemaError) -> [UInt8]? { nil }

    /// Where there is no standard library, it has no modules.
    public var moduleNames: [String] { [] }

    /// Where manifests cannot be read, nothing is known.
    public func inputSide(ofManifest path: String) -> Int? { nil }

    /// Where networks cannot be read, nothing is known.
    public func network(at path: String) throws(SchemaError) -> NetworkFacts? { nil }
}
