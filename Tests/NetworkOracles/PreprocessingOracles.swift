import Foundation
import Images
import Testing

/// One result of one image of the preprocessing oracle.
struct PreprocessingCase: CustomTestStringConvertible {
    let entry: PreprocessingFolder.Entry
    let name: String
    let result: PreprocessingFolder.Result

    var testDescription: String { "\(entry.image): \(name)" }

    /// Every result of every good image.
    static func all() throws -> [PreprocessingCase] {
        try PreprocessingFolder.entries().flatMap { entry in
            (entry.results ?? [:]).sorted { $0.key < $1.key }
                .map { PreprocessingCase(entry: entry, name: $0.key, result: $0.value) }
        }
    }
}

@Suite struct PreprocessingOracles {
    @Test("images become what Pillow and torchvision make of them", arguments: try PreprocessingCase.all())
    func results(item: PreprocessingCase) throws {
        let stored = try item.entry.expected().values(item.name)
        let image = try ImageFile.read(item.entry.path)
        let values = try #require(PreprocessingRecipe(item.name)?.values(of: image))
        #expect(values.count == item.result.shape.reduce(1, *))
        let found = stride(from: 0, to: values.count, by: item.result.stride).map { Double(values[$0]) }
        try #require(found.count == stored.count)
        let worst = zip(found, stored).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst <= item.result.tolerance)
    }

    static func broken() throws -> [String] {
        try PreprocessingFolder.entries().filter { $0.reason != nil }.map(\.path)
    }

    @Test("broken and hostile images are errors that name the file", arguments: try broken())
    func rejected(path: String) {
        #expect {
            try ImageFile.read(path)
        } throws: { error in
            error is ImageError && "\(error)".contains(path)
        }
    }

    @Test("the folder has good and broken images")
    func complete() throws {
        let entries = try PreprocessingFolder.entries()
        #expect(entries.filter { $0.results != nil }.count >= 13)
        #expect(entries.filter { $0.reason != nil }.count >= 13)
    }
}
