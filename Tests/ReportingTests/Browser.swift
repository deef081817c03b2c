import Foundation
import Testing

/// Debian's chromium without a window, cut off from every host.
struct Browser {
    /// What a page did.
    struct Run {
        /// Lines of the console, warnings and errors included.
        let console: [String]
        /// Addresses that the page asked for, its own file excluded.
        let requests: [String]
        /// What the probe measured.
        let measured: [String: String]
    }

    private static let path = "/usr/bin/chromium"
    private let folder: URL

    /// Whether there is a browser to ask.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// A browser with an empty profile of its own.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "dermaudit-page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Opens a page `width` pixels wide: once as it is, for requests and a picture, once with a probe that measures.
    ///
    /// - Parameter picture: the name of a screenshot in `$SHOW_FIGURES`; nil for none.
    func open(_ page: String, width: Int, picture: String?) throws -> Run {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (plain, probed) = (folder.appending(path: "page.html"), folder.appending(path: "probed.html"))
        try Data(page.utf8).write(to: plain)
        try Data(Self.probed(page).utf8).write(to: probed)
        let log = folder.appending(path: "net.json")
        var options = ["--log-net-log=\(log.path)", "--window-size=\(width),2400"]
        if let show = ProcessInfo.processInfo.environment["SHOW_FIGURES"], let picture {
            options.append("--screenshot=\(show)/\(picture).png")
        } else {
            options.append("--screenshot=\(folder.path)/page.png")
        }
        let first = try run(options + [plain.absoluteString])
        // A window cannot be narrower than 500 pixels, so the probe looks through a frame of the width.
        let second = try run(
            ["--dump-dom", "--window-size=1400,2400", "--virtual-time-budget=4000"]
                + [try frame(probed, width: width).absoluteString])
        return Run(
            console: (first.errors + "\n" + second.errors).split(separator: "\n").map(String.init)
                .filter { $0.contains(":CONSOLE") },
            requests: try Self.requests(log), measured: Self.measured(second.output))
    }

    private func frame(_ page: URL, width: Int) throws -> URL {
        let frame = folder.appending(path: "frame.html")
        let text = """
            <!doctype html><html><body><iframe id="f" src="\(page.lastPathComponent)" style="border: 0"
              width="\(width)" height="2000"></iframe><script>
            addEventListener("message", event => {
              for (const key in event.data) document.body.setAttribute("data-" + key, event.data[key]);
            });
            </script></body></html>
            """
        try Data(text.utf8).write(to: frame)
        return frame
    }

    /// The page with a script that measures how far it is wider than its window, and which texts touch.
    private static func probed(_ page: String) -> String {
        let probe = """
            <script>
            addEventListener("load", () => {
              const root = document.documentElement;
              const touching = [];
              for (const svg of document.querySelectorAll("svg")) {
                const boxes = [...svg.querySelectorAll("text")].map(text => [text, text.getBoundingClientRect()]);
                for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
                  const [a, b] = [boxes[i][1], boxes[j][1]];
                  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                  if (wide > 2 && high > 0.45 * Math.min(a.height, b.height))
                    touching.push(boxes[i][0].textContent + "|" + boxes[j][0].textContent);
                }
              }
              parent.postMessage({
                overflow: Math.max(0, root.scrollWidth - root.clientWidth), overlaps: touching.join("; ")
              }, "*");
            });
            </script></body>
            """
        return page.replacing("default-src 'none'; style-src", with: "script-src 'unsafe-inline'; style-src")
            .replacing("</body>", with: probe)
    }

    private func run(_ options: [String]) throws -> (output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--allow-file-access-from-files", "--enable-logging=stderr",
                "--user-data-dir=\(folder.path)/profile", "--host-resolver-rules=MAP * ~NOTFOUND",
            ] + options
        let (out, err) = (folder.appending(path: "out.txt"), folder.appending(path: "err.txt"))
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return (
            String(decoding: try Data(contentsOf: out), as: UTF8.self),
            String(decoding: try Data(contentsOf: err), as: UTF8.self)
        )
    }

    /// The addresses in the log of the network, without files and the browser's own.
    private static func requests(_ log: URL) throws -> [String] {
        let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        let urls = text.split(separator: "\"url\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        let own = ["file:", "data:", "chrome:", "chrome-", "about:", "devtools:"]
        let vendors = [".google.com/", ".googleapis.com/", ".gvt1.com/"]
        return urls.filter { url in
            !own.contains(where: url.hasPrefix) && !vendors.contains(where: url.contains)
        }
    }

    private static func measured(_ dom: String) -> [String: String] {
        ["overflow", "overlaps"].reduce(into: [:]) { found, key in
            guard let range = dom.range(of: "data-\(key)=\"") else { return }
            found[key] = String(dom[range.upperBound...].prefix { $0 != "\"" })
        }
    }
}
