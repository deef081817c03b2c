import Testing

@testable import Weights

@Suite("Headers of NumPy arrays")
struct NumPyLiteralTests {
    @Test(
        "the three entries are read in any order and spacing",
        arguments: [
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }",
            #"{"shape":(3,4,),"descr":"<f4","fortran_order":False}"#,
            "{ 'fortran_order':False,'shape':(3L,4L),'descr':'<f4'}\n",
        ])
    func read(text: String) throws {
        let fields = try #require(NumPyLiteral.fields(Array(text.utf8)))
        #expect(fields.descr == "<f4" && !fields.isFortran && fields.shape == [3, 4])
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "{}", "{'descr': '<f4'}", "{'descr': '<f4', 'fortran_order': False, 'shape': 3}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)} x", "__import__('os')",
            "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (3,)}",
            "{'descr': '<f4', 'fortran_order': 0, 'shape': (3,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (-3,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), 'more': 1}", "{'descr': '<f4",
        ])
    func refused(text: String) {
        #expect(NumPyLiteral.fields(Array(text.utf8)) == nil)
    }
}
