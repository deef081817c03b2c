import Foundation
import Images
import Provenance
import Testing

@testable import Runtime

@Suite struct SessionTests {
    private let card = "cohort sex in [m,f] age 10..30 fst [I, VI] n 2; audit MelaNet; report dp by age"

    @Test("the card's line gives a report on standard output and nothing else there")
    func card() async throws {
        let bench = try Workbench()
        let outcome = try await bench.run(card)
        #expect(outcome.exitCode == .success)
        #expect(bench.console.results.count == 1)
        let report = try #require(bench.console.results.first)
        #expect(report.hasPrefix("phantom weights: drawn lesions, not patients"))
        #expect(report.contains("DP (max-min accuracy)"))
    }

    @Test("a second run takes every image from the store and says the same")
    func store() async throws {
        let bench = try Workbench()
        _ = try await bench.run(card)
        _ = try await bench.run(card)
        #expect(bench.console.results[0] == bench.console.results[1])
        let last = try #require(bench.console.progress.last)
        #expect(last.done == 24)
        #expect(last.stored == 24)
    }

    @Test("a damaged file in the store is noticed and made anew, with the same report")
    func damage() async throws {
        let bench = try Workbench()
        _ = try await bench.run(card)
        let store = bench.folder.path + "/store"
        let files = try FileManager.default.subpathsOfDirectory(atPath: store).filter { $0.contains("/") }
        #expect(files.count == 24)
        let first = store + "/" + files[0]
        let sound = try HostFile.bytes(of: first)
        try HostFile.save(Array(sound.dropLast(10)), to: first)
        _ = try await bench.run(card)
        #expect(try HostFile.bytes(of: first) == sound)
        #expect(bench.console.progress.last?.stored == 23)
        #expect(bench.console.results[0] == bench.console.results[1])
    }

    @Test("images are equal byte for byte at any number of threads and any order of the axes")
    func bitEquality() async throws {
        let lists = try await withThrowingTaskGroup(of: [String: [UInt8]].self) { group in
            let scripts = [
                (1, "sex in [m, f] age 10..30 fst I..III n 2"),
                (2, "sex in [m, f] age 10..30 fst I..III n 2"),
                (3, "fst I..III age 10..30 sex in [f, m] n 2"), (2, "age 10..40 fst I..IV sex [m, f] n 3"),
            ]
            for (threads, axes) in scripts {
                group.addTask { try await Self.images(threads: threads, axes: axes) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let smallest = try #require(lists.min { $0.count < $1.count })
        #expect(smallest.count == 36)
        #expect(lists.allSatisfy { list in smallest.allSatisfy { list[$0.key] == $0.value } })
    }

    /// The bytes of all images of a cohort, by file.
    private static func images(threads: Int, axes: String) async throws -> [String: [UInt8]] {
        var bench = try Workbench()
        bench.options.threads = threads
        bench.options.store = nil
        let outcome = try await bench.run("cohort c = \(axes)\nsample c with save \"out\"")
        #expect(outcome.exitCode == .success)
        let folder = bench.folder.path + "/out"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".png")
        }
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try PNG.decode(try HostFile.bytes(of: folder + "/" + $0)).pixels)
            })
    }

    @Test("a saved sample has a picture a line of its lists, with the truth of drawn images")
    func save() async throws {
        let bench = try Workbench()
        _ = try await bench.run("cohort c = sex in [m, f] age 20 fst II n 2\nsample c with save \"out\"")
        let reader = try CSVReader(path: bench.folder.path + "/out/manifest.csv")
        let file = try reader.index(of: "file")
        let age = try reader.index(of: "age")
        let drawn = try reader.index(of: "drawn_age")
        var count = 0
        while let row = try reader.next() {
            count += 1
            #expect(HostFile.isFile(bench.folder.path + "/out/" + row[file].text))
            #expect(Double(row[age].text) == Double(row[drawn].text))
        }
        #expect(count == 4)
        #expect(try bench.folder.read("out/manifest.json").contains("\"prompt\""))
    }

    @Test("a grid holds one image a row and column and says where it comes from")
    func grid() async throws {
        let bench = try Workbench()
        let outcome = try await bench.run(
            "cohort c = sex in [m, f] age 10..30 fst I..II n 1\nplot grid of c rows fst*sex columns age to \"g.png\""
        )
        #expect(outcome.exitCode == .success)
        let bytes = try HostFile.bytes(of: bench.folder.path + "/g.png")
        let image = try PNG.decode(bytes)
        #expect(image.width > 3 * 32 && image.height > 4 * 32)
        let text = try PNG.text(in: bytes)
        #expect(text.contains { $0.text.contains("phantom weights: drawn lesions, not patients") })
    }

    @Test("exports are whole files in the format of their extension", arguments: ["json", "csv", "txt"])
    func exports(format: String) async throws {
        let bench = try Workbench()
        let outcome = try await bench.run(card + "\nexport it.report to \"deep/er/r.\(format)\"")
        #expect(outcome.exitCode == .success)
        #expect(try bench.folder.read("deep/er/r.\(format)").contains("drawn lesions, not patients"))
    }

    @Test("an export that cannot be written ends with 4 and leaves nothing")
    func unwritable() async throws {
        let bench = try Workbench()
        let outcome = try await bench.run(
            card + "\nsample it.cohort with save \"taken\"\nexport it.report to \"taken\" as json")
        #expect(outcome.exitCode == .runFailure)
        #expect(outcome.failure?.code == "E0802")
        #expect(outcome.failure?.message.contains("taken") == true)
    }

    @Test(
        "gates pass, fail or stay open",
        arguments: [
            ("require accuracy >= 0", Runtime.ExitStatus.success), ("require accuracy > 1", .gateFailed),
            ("expect accuracy > 1", .success), ("require 1 < 2 and accuracy > 1", .gateFailed),
        ])
    func gates(gate: String, expected: Runtime.ExitStatus) async throws {
        let bench = try Workbench()
        let script = "cohort sex in [m,f] age 10..30 fst I n 2; audit MelaNet\n" + gate
        #expect(try await bench.run(script).exitCode == expected)
    }

    @Test("cancelling keeps what is finished, and the next run continues")
    func cancel() async throws {
        let bench = try Workbench()
        let task = Task {
            try await bench.run("cohort c = sex in [m, f] age 10..80 fst I..VI n 50\nsample c")
        }
        while bench.console.progress.last?.done ?? 0 < 20 { await Task.yield() }
        task.cancel()
        let outcome = try await task.value
        #expect(outcome.exitCode == .interrupted)
        let done = try #require(bench.console.progress.last).done
        #expect(done < 4800)
        _ = try await bench.run("cohort c = sex in [m, f] age 10..20 fst I..VI n 1\nsample c")
        #expect(bench.console.progress.last?.done == 24)
    }

    @Test("a store that cannot be written is said once, and the run goes on")
    func noStore() async throws {
        var bench = try Workbench()
        try bench.folder.write("", to: "taken")
        bench.options.store = ContentStore(folder: bench.folder.path + "/taken")
        #expect(try await bench.run(card).exitCode == .success)
        #expect(bench.console.notices.count { $0.contains("finished images are not kept") } == 1)
    }
}
