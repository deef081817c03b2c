import Foundation
import Testing

/// Debian's chromium without a window, cut off from every host.
struct Browser {
    /// A page that is opened.
    struct Page {
        /// What the measurements call it.
        let name: String
        /// Its HTML.
        let text: String
    }

    /// What pages did.
    struct Visit {
        /// Lines of the console, warnings and errors included.
        let console: [String]
        /// Addresses that the pages asked for, files excluded.
        let requests: [String]
        /// What the probe measured, under `name-width`.
        let measured: [String: [String: String]]
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

    /// Opens pages, each as it is and, at each width, with a probe that measures; pictures go into `$SHOW_FIGURES`.
    func visit(_ pages: [Page], widths: [Int], isDark: Bool = false) throws -> Visit {
        defer { try? FileManager.default.removeItem(at: folder) }
        for page in pages {
            try Data(page.text.utf8).write(to: folder.appending(path: "\(page.name).html"))
            for width in widths {
                let probed = Self.probed(page.text, name: "\(page.name)-\(width)")
                try Data(probed.utf8).write(to: folder.appending(path: "\(page.name)-\(width).html"))
            }
        }
        let log = folder.appending(path: "net.json")
        let scheme = isDark ? ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] : []
        let run = try run(
            scheme + [
                "--dump-dom", "--log-net-log=\(log.path)", "--window-size=1400,2400",
                "--virtual-time-budget=8000", try frame(pages, widths: widths).absoluteString,
            ])
        if let show = ProcessInfo.processInfo.environment["SHOW_FIGURES"] {
            for page in pages { try picture(page, scheme, isDark ? "-dark" : "", in: show) }
        }
        return Visit(
            console: run.errors.split(separator: "\n").map(String.init).filter { $0.contains(":CONSOLE") },
            requests: try Self.requests(log), measured: Self.measured(run.output))
    }

    /// The whole page as a picture and on paper, for a person to look at.
    private func picture(_ page: Page, _ scheme: [String], _ suffix: String, in show: String) throws {
        let address = folder.appending(path: "\(page.name).html").absoluteString
        _ = try run(
            scheme + [
                "--screenshot=\(show)/\(page.name)\(suffix).png", "--window-size=1280,7000", address,
            ])
        _ = try run(
            scheme + ["--print-to-pdf=\(show)/\(page.name)\(suffix).pdf", "--no-pdf-header-footer", address])
    }

    /// A page of frames: a window cannot be narrower than 500 pixels, a frame can.
    private func frame(_ pages: [Page], widths: [Int]) throws -> URL {
        let plain = pages.map { "<iframe src=\"\($0.name).html\" width=\"1280\" height=\"2000\"></iframe>" }
        let probed = pages.flatMap { page in
            widths.map { width in
                "<iframe src=\"\(page.name)-\(width).html\" style=\"border: 0\" width=\"\(width)\" height=\"2000\"></iframe>"
            }
        }
        let text = """
            <!doctype html><html><body><script>
            addEventListener("message", event => {
              const found = document.createElement("div");
              for (const key in event.data) found.setAttribute("data-" + key, event.data[key]);
              document.body.append(found);
            });
            </script>
            \((plain + probed).joined(separator: "\n"))
            </body></html>
            """
        let file = folder.appending(path: "frames.html")
        try Data(text.utf8).write(to: file)
        return file
    }

    /// The page with a script that measures how far it is wider than its window, which texts touch, and which are faint.
    private static func probed(_ page: String, name: String) -> String {
        page.replacing("default-src 'none'; style-src", with: "script-src 'unsafe-inline'; style-src")
            .replacing("</body>", with: "<script>const page = \"\(name)\";\(probe)</script></body>")
    }

    private static let probe = """
        function touching() {
          const found = [];
          for (const svg of document.querySelectorAll("svg")) {
            const boxes = [...svg.querySelectorAll("text")].map(text => [text, text.getBoundingClientRect()]);
            for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
              const [a, b] = [boxes[i][1], boxes[j][1]];
              const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (wide > 2 && high > 0.45 * Math.min(a.height, b.height))
                found.push(boxes[i][0].textContent + "|" + boxes[j][0].textContent);
            }
          }
          return found;
        }
        function parts(colour) { return colour.match(/[0-9.]+/g).map(Number); }
        function luminance(colour) {
          const [r, g, b] = parts(colour).slice(0, 3).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }
        function ground(element) {
          for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (parts(colour)[3] !== 0) return colour;
          }
          return "rgb(255, 255, 255)";
        }
        function faint() {
          const found = [];
          for (const element of document.body.querySelectorAll("*")) {
            const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            const inFigure = element.closest("svg");
            if (!own || element.closest("script, .skip, title, desc")) continue;
            if (inFigure && !element.getAttribute("class")) continue;
            const style = getComputedStyle(element);
            const [a, b] = [luminance(inFigure ? style.fill : style.color), luminance(ground(element))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) found.push(element.textContent.trim().slice(0, 40) + " " + ratio.toFixed(2));
          }
          return found;
        }
        addEventListener("load", () => {
          const root = document.documentElement;
          parent.postMessage({
            page: page, overflow: Math.max(0, root.scrollWidth - root.clientWidth),
            scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
            overlaps: touching().join("; "), faint: faint().join("; ")
          }, "*");
        });
        """

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

    /// What the frames told, an element each.
    private static func measured(_ dom: String) -> [String: [String: String]] {
        dom.split(separator: "<div data-page=").dropFirst().reduce(into: [:]) { found, element in
            let text = " data-page=" + element.prefix { $0 != ">" }
            let facts = ["page", "overflow", "overlaps", "scheme", "faint"].reduce(into: [String: String]()) {
                facts, key in
                guard let range = text.range(of: " data-\(key)=\"") else { return }
                facts[key] = String(text[range.upperBound...].prefix { $0 != "\"" })
            }
            if let page = facts["page"] { found[page] = facts }
        }
    }
}
