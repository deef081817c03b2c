import CONNX
import Foundation

/// ONNX Runtime, found at run time: most models need none, and those that do say how to get it.
///
/// Safety of `@unchecked Sendable`: the C side changes nothing once it is opened, and ONNX Runtime's functions may be
/// called from any thread.
package final class ONNXRuntimeLibrary: @unchecked Sendable {
    let handle: OpaquePointer
    /// As reports name it: `ONNX Runtime 1.22.1`.
    package let name: String

    /// The variable of the environment that names the library.
    package static let variable = "DERMAUDIT_ONNXRUNTIME"

    /// Opens the library that the environment names, else one on the loader's path, else the one of the Python package.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment)
        throws(ClassificationError)
    {
        var tried: [String] = []
        for place in Self.places(environment) {
            var message = [CChar](repeating: 0, count: 512)
            if let handle = onnx_runtime_open(place, &message, message.count) {
                self.handle = handle
                name = "ONNX Runtime " + String(cString: onnx_runtime_version(handle))
                return
            }
            tried.append(Self.text(message))
        }
        throw .noRuntime(tried: tried)
    }

    /// Where the library may be, the first that opens counts; the one that is named is the only one.
    private static func places(_ environment: [String: String]) -> [String] {
        if let named = environment[variable], !named.isEmpty { return [named] }
        let system = ["libonnxruntime.so.1", "libonnxruntime.so", "libonnxruntime.dylib"]
        return system + inPython(environment)
    }

    /// The library in Python's package `onnxruntime`, which is looked up and not imported.
    private static func inPython(_ environment: [String: String]) -> [String] {
        let program = """
            import importlib.util as u
            s = u.find_spec("onnxruntime")
            print(s.submodule_search_locations[0] if s else "")
            """
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        process.environment = environment
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return [] }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        let folder = text + "/capi"
        let names = text.isEmpty ? [] : (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("libonnxruntime.") && !$0.contains("providers") }.sorted()
            .map { folder + "/" + $0 }
    }

    /// The text that C wrote.
    static func text(_ message: [CChar]) -> String {
        String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
