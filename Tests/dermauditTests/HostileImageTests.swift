import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Photographs made to do harm, each judged by a process of its own, whose processor time is limited and whose memory is watched.
@Suite(.serialized) struct HostileImageTests {
    let folder: TemporaryFolder
    let program: WatchedProgram

    init() throws {
        folder = try TemporaryFolder()
        program = WatchedProgram(in: folder.path, seconds: 1)
        try folder.write("image,dx,sex\ngood,mel,f\nbad,nv,m\n", to: "l.csv")
        try folder.write(
            """
            edition 2026
            dataset d = folder("photos") with labels "l.csv" dx, id image, positive [mel]
            audit a = MelaNet on d
            report accuracy by sex of a with test none

            """, to: "s.audit")
        try write(HostilePNG.plain(width: 8, height: 8), to: "good.png")
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/photos", withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/photos/\(name)"))
    }

    /// The text without the line ends that fit it to a terminal.
    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A file, and what is said of it; nil where it is a photograph after all.
    struct File: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: String?
        let bytes: @Sendable () -> [UInt8]

        init(_ name: String, _ message: String?, _ bytes: @escaping @Sendable () -> [UInt8]) {
            (testDescription, self.message, self.bytes) = (name, message, bytes)
        }
    }

    static let files: [File] = [
        File("PNG that lies about 65535 columns", "65535 columns") {
            HostilePNG.file(width: 65_535, height: 65_535, data: [])
        },
        File("PNG that lies about 30000 rows", "as no photograph does") {
            HostilePNG.file(width: 3_000, height: 30_000, data: [])
        },
        File("PNG without columns", "damaged PNG") { HostilePNG.file(width: 0, height: 8, data: []) },
        File("PNG of 2^31 rows", "damaged PNG") { HostilePNG.file(width: 8, height: 1 << 31, data: []) },
        File("PNG of zeros, a bomb of 90 million pixels", "as no photograph does") {
            HostilePNG.zeros(width: 10_000, height: 9_000)
        },
        File("PNG of one bit, 500 million pixels", "more than the limit") {
            HostilePNG.zeros(width: 30_000, height: 17_000, depth: 1, colour: 0)
        },
        File("PNG of zeros within the limits", nil) { HostilePNG.zeros(width: 2_800, height: 2_800) },
        File("PNG with alpha, interlaced, of 16 bits", nil) {
            HostilePNG.zeros(width: 1_000, height: 1_000, depth: 16, colour: 6, interlaced: true)
        },
        File("PNG that ends in its pixels", "ends too early") {
            Array(HostilePNG.plain(width: 300, height: 300).dropLast(40))
        },
        File("PNG with bytes behind its end", nil) {
            HostilePNG.plain(width: 8, height: 8) + [UInt8](repeating: 7, count: 20_000_000)
        },
        File("PNG with a thousand texts of 8 MB", nil) {
            HostilePNG.plain(width: 8, height: 8, texts: 1_000, of: 7_900_000)
        },
        File("PNG of one row, 30000 columns", "short side") { HostilePNG.plain(width: 30_000, height: 1) },
        File("JPEG that lies about 65535 rows", "more than the limit") {
            HostileJPEG.header(width: 65_500, height: 65_500, components: 3)
        },
        File("JPEG that lies about 10000 rows", "as no photograph does") {
            HostileJPEG.header(width: 9_000, height: 10_000, components: 3)
        },
        File("JPEG without columns", "damaged JPEG") {
            HostileJPEG.header(width: 0, height: 8, components: 3)
        },
        File("JPEG of four colours", "4 colour components") {
            HostileJPEG.header(width: 8, height: 8, components: 4)
        },
        File("JPEG of two colours", "2 colour components") {
            HostileJPEG.header(width: 8, height: 8, components: 2)
        },
        File("JPEG that ends behind its header", "damaged JPEG") {
            HostileJPEG.header(width: 2_000, height: 2_000, components: 3)
        },
        File("JPEG of a thousand scans of all pixels", "scans or more") {
            HostileJPEG.scans(1_000, width: 2_800, height: 2_800)
        },
        File("JPEG that ends in its middle", "damaged JPEG") { Array(HostileJPEG.small.dropLast(20)) },
        File("JPEG with bytes behind its end", nil) {
            HostileJPEG.small + [UInt8](repeating: 7, count: 20_000_000)
        },
        File("signature of a PNG alone", "damaged PNG") { Array(HostilePNG.signature) },
        File("signature of a JPEG alone", "damaged JPEG") { [0xFF, 0xD8, 0xFF] },
        File("nothing", "is empty") { [] },
        File("zeros, 60 MB", "neither PNG nor JPEG") { [UInt8](repeating: 0, count: 60_000_000) },
        File("zeros, 80 MB", "larger than") { [UInt8](repeating: 0, count: 80_000_000) },
    ]

    @Test("a file made to do harm is told in a second and 100 MB, and takes no other photograph with it")
    func limits() throws {
        try write(HostilePNG.plain(width: 8, height: 8), to: "bad.png")
        let harmless = try program.run(["run", "s.audit"])
        #expect(harmless.result.code == 0, "\(harmless.result.errors)")
        for file in Self.files {
            try write(file.bytes(), to: "bad.png")
            let (result, peak) = try program.run(["run", "s.audit"])
            let text = result.output + result.errors
            #expect(peak - harmless.peak < 100_000, "\(file.testDescription): \(peak - harmless.peak) kB")
            #expect(result.code == 0, "\(file.testDescription): \(result.code) \(text.suffix(600))")
            let flat = Self.unwrapped(text)
            if let message = file.message {
                #expect(flat.contains(message), "\(file.testDescription): \(flat.suffix(900))")
            } else {
                #expect(!flat.contains("cannot be read"), "\(file.testDescription): \(flat.suffix(900))")
            }
        }
    }

    @Test("what is no file, though it is called like one, is told and not waited for")
    func noFile() throws {
        let path = folder.path + "/photos"
        mkfifo("\(path)/bad.jpg", 0o644)
        symlink("/dev/zero", "\(path)/endless.png")
        symlink("nowhere", "\(path)/lost.png")
        symlink("self.png", "\(path)/self.png")
        try folder.write(
            "image,dx,sex\ngood,mel,f\nbad,nv,m\nendless,nv,m\nlost,nv,m\nself,nv,f\n", to: "l.csv")
        let (result, peak) = try program.run(["run", "s.audit"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(Self.unwrapped(result.output).contains("4 photographs cannot be read"), "\(result.output)")
        #expect(result.output.contains("regular"))
        #expect(peak < 400_000)
    }

    @Test("links that go round are followed once, and a photograph has one path")
    func roundLinks() throws {
        try write(HostilePNG.plain(width: 8, height: 8), to: "bad.png")
        for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            try folder.write("", to: "photos/sub/\(name)/notes.txt")
            symlink("../../..", "\(folder.path)/photos/sub/\(name)/up")
            symlink("..", "\(folder.path)/photos/sub/\(name)/round")
        }
        let (result, _) = try program.run(["run", "s.audit"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(!result.output.contains("no part in this"), "\(result.output)")
    }

    @Test("names that are no text, or steer a terminal, are told as text")
    func names() throws {
        try write(HostilePNG.plain(width: 8, height: 8), to: "bad.png")
        try write(HostilePNG.plain(width: 8, height: 8), to: "two\nlines \u{1B}[31m.png")
        let latin: [CChar] =
            Array((folder.path + "/photos/na").utf8CString.dropLast()) + [CChar(bitPattern: 0xEF)]
            + Array("ve.png".utf8CString)
        let made = open(latin, O_CREAT | O_WRONLY, 0o644)
        #expect(made >= 0)
        close(made)
        let (result, _) = try program.run(["run", "s.audit"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(Self.unwrapped(result.output).contains("2 photographs have no row"), "\(result.output)")
        #expect(result.output.contains("na\u{FFFD}ve.png"))
        #expect(!result.output.contains("\u{1B}[31m.png") && !result.errors.contains("\u{1B}"))
    }

    @Test("an error that repeats a name does not steer a terminal")
    func namesInErrors() throws {
        try FileManager.default.removeItem(atPath: folder.path + "/photos/good.png")
        try write([1], to: "go\u{1B}[2Jod\u{9B}1m.png")
        try folder.write("image,dx,sex\nx,mel,f\n", to: "l.csv")
        let (result, _) = try program.run(["run", "s.audit"])
        #expect(result.code == 4)
        #expect(result.errors.contains("go\u{FFFD}[2Jod"), "\(result.errors)")
        #expect(!result.errors.contains("\u{1B}[2J") && !result.errors.contains("\u{9B}"))
    }

    @Test("100,000 empty files are listed and left out in seconds, without memory")
    func manyFiles() throws {
        for index in 0..<100_000 {
            let made = open("\(folder.path)/photos/i\(index).jpg", O_CREAT | O_WRONLY, 0o644)
            guard made >= 0 else { break }
            close(made)
        }
        let few = try program.run(["run", "s.audit"])
        #expect(few.result.code == 0, "\(few.result.errors)")
        #expect(
            Self.unwrapped(few.result.output).contains("100 000 photographs have no row"),
            "\(few.result.output)")
        #expect(few.peak < 400_000)
        let rows = (0..<100_000).map { "i\($0),nv,m\n" }.joined()
        try folder.write("image,dx,sex\ngood,mel,f\n" + rows, to: "l.csv")
        let many = try WatchedProgram(in: folder.path, seconds: 8).run(["run", "s.audit"])
        #expect(many.result.code == 0, "\(many.result.errors)")
        #expect(many.result.output.contains("cannot be read"), "\(many.result.output)")
        #expect(many.peak < 400_000)
    }
}
