/// A message of an object's header: what kind it is and where its data are.
struct HDF5Message: Sendable {
    /// The kinds that are read.
    enum Kind: UInt16 {
        case dataspace = 0x01
        case linkInfo = 0x02
        case datatype = 0x03
        case link = 0x06
        case externalFiles = 0x07
        case layout = 0x08
        case filters = 0x0B
        case attribute = 0x0C
        case continuation = 0x10
        case symbolTable = 0x11
        case attributeInfo = 0x15
    }

    let kind: Kind
    /// Bytes of the region.
    let data: Range<Int>
    /// Whether the data stand elsewhere, shared by several objects.
    let isShared: Bool
}
