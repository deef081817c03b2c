import OracleSupport
import Tensors
import Testing

/// Networks of published size under the names of each library, against the library.
@Suite("Networks of the libraries, full size", .serialized)
struct LibraryNetworkFullSizeTests {
    @Test("scores are the library's", arguments: LibraryCase.names.filter { $0.hasPrefix("full-") })
    func scores(name: String) throws {
        let (found, allowed) = try LibraryNetworkTests.difference(name, .auto)
        #expect(found <= allowed)
    }
}
