import Foundation
import RealModule
import Statistics
import Testing

@testable import Reporting

@Suite struct PageTests {
    private let style = String(decoding: PackageResources.page_css, as: UTF8.self)

    @Test("the style stands in the page as it was written")
    func styled() throws {
        let page = try ReportRenderer().text(Fixtures.card(), as: .html)
        #expect(page.contains("<style>\n\(style)\n</style>"))
        #expect(!style.contains("<"))
    }

    @Test("a page has no script, and asks for nothing from elsewhere")
    func selfContained() throws {
        let page = try ReportRenderer().text(Fixtures.everything(), gates: Fixtures.gates, as: .html)
        for word in ["<script", "<link", "<img", "@import", "url(", "src=", "onload"] {
            #expect(!page.contains(word))
        }
        let links = page.split(separator: "href=\"").dropFirst()
        #expect(links.count > 5 && links.allSatisfy { $0.hasPrefix("#") })
    }

    @Test("markup in names of users stays text")
    func hostile() throws {
        let page = try ReportRenderer().text(Fixtures.hostile(), gates: Fixtures.hostileGates, as: .html)
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
        #expect(!page.contains("{{"))
        // A quote with an accent upon it is one character, and would still end an attribute.
        #expect(Data(page.utf8).range(of: Data("\"\u{301}".utf8)) == nil)
        #expect(Data(page.utf8).range(of: Data("&quot;\u{301} onx=&quot;\u{301}".utf8)) != nil)
    }

    @Test("all that must be said is on the page")
    func content() throws {
        let page = try ReportRenderer().text(Fixtures.everything(), gates: Fixtures.gates, as: .html)
        let words = [
            "phantom weights: drawn lesions, not patients", "sampling uncertainty given this generator",
            "no case", "Wilson 1927", "shrunken", "policy 4.2",
            String(repeating: "3fa2b1c0", count: 8),
        ]
        for word in words { #expect(page.contains(word), "\(word)") }
    }

    @Test(
        "text stands out from what is under it as WCAG AA asks, in both schemes",
        arguments: [
            ("ink", "page"), ("ink", "raised"), ("soft", "page"), ("soft", "raised"), ("link", "page"),
            ("warn-ink", "warn-page"), ("warn-ink", "page"), ("good-ink", "good-page"),
            ("bad-ink", "bad-page"),
            ("wait-ink", "wait-page"),
        ])
    func contrast(text: String, ground: String) throws {
        let schemes = try style.split(separator: ":root {", omittingEmptySubsequences: false).dropFirst()
            .prefix(2).map { scheme in
                try (luminance(text, in: scheme), luminance(ground, in: scheme))
            }
        #expect(schemes.count == 2)
        for (one, two) in schemes {
            #expect((max(one, two) + 0.05) / (min(one, two) + 0.05) >= 4.5)
        }
    }

    @Test(
        "texts and series of figures stand out from the page in both schemes",
        arguments: [
            ("ink", 4.5), ("grey", 4.5), ("warn", 4.5), ("s0", 3), ("s1", 3), ("s2", 3), ("s3", 3), ("s4", 3),
            ("s5", 3), ("s6", 3),
        ])
    func figureContrast(role: String, least: Double) throws {
        let paints: [Paint] = [.ink, .grey, .warning] + (0..<7).map { .series($0) }
        let paint = try #require(paints.first { $0.role == role })
        let rule = try #require(style.firstMatch(of: try Regex(#"\.f-\#(role) \{ fill: (#[0-9a-f]{6})"#)))
        let dark = try luminance(hex: String(try #require(rule.output[1].substring)))
        let darkPage = try luminance(
            "page",
            in: try #require(
                style.split(separator: ":root {", omittingEmptySubsequences: false).dropFirst(2).first))
        #expect((dark + 0.05) / (darkPage + 0.05) >= least)
        #expect(1.05 / (try luminance(hex: paint.colour.hex) + 0.05) >= least)
    }

    /// The relative luminance of a custom property, WCAG 2.1.
    private func luminance(_ name: String, in scheme: Substring) throws -> Double {
        let start = try #require(scheme.range(of: "--\(name): #")).upperBound
        return try luminance(hex: "#" + scheme[start...].prefix(6))
    }

    private func luminance(hex: String) throws -> Double {
        let bytes = [1, 3, 5].compactMap { offset in
            Int(hex.dropFirst(offset).prefix(2), radix: 16)
        }
        let parts = bytes.map { Double($0) / 255 }.map {
            $0 <= 0.04045 ? $0 / 12.92 : Double.pow(($0 + 0.055) / 1.055, 2.4)
        }
        try #require(parts.count == 3)
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
