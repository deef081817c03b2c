import ArgumentParser
import Runtime

/// Shows what is inside weight files.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what is inside weight files, without running anything in them.",
        discussion: """
            Reads safetensors, PyTorch (.pt, .pth, .bin, of any version), Keras (.h5, .keras, .weights.h5) and NumPy
            (.npy, .npz), known by their first bytes. Shows tensors, digest, the network they look like, and what is
            missing for it to run. A file that is damaged, or would run code elsewhere, is refused with exit code 4.
            """)

    @Argument(help: "The files.", completion: .file())
    var files: [String]

    @Flag(help: "List every tensor.")
    var all = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.inspect(files, listsAll: all, writesJSON: output.json).leave()
    }
}
