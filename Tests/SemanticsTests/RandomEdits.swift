/// Changes texts as people do: letter by letter, line by line, word by word, at random places.
struct RandomEdits: RandomNumberGenerator {
    /// How many changes a script goes through.
    static let count = 200
    /// How many changes are made before the script is as it was.
    static let most = 12

    /// Scripts with everything that one statement may have of another: names, functions, passes, results without a name.
    private static let tangled = ScriptFile(
        name: "tangled",
        text: """
            edition 2026
            ## How many.
            let count = 2
            attribute smoker = enum [yes, no] with columns [smokes]
            use derm.bands as skin
            let ages = 20..80
            def people(low: int, high: int = 70) { cohort sex in [m, f] age low..high step 10 n count }
            def gap(share: percent) { upper(dp by age, 95%) <= share }
            ## Those that are young.
            let young = people(20, high: 40)
            cohort old = sex in [m, f] age 50..80 fst I..VI n count
            cohort both = young + old
            audit first = MelaNet, DeepGuide on both with threshold 0.5
            report accuracy, dp by sex, age of first.MelaNet
            export it.report to "out/{count}.csv"
            for n in [10, 20] { cohort c = sex in [m, f] n n; audit MelaNet on c; report dp by sex }
            if count > 1 { cohort hidden = sex in [m] n 3; audit MelaNet on hidden }
            cohort sex in [m, f] age ages n count
            audit it.cohort_of = MelaNet
            audit all
            report accuracy by sex; report recall by age of it.audit
            compare first.MelaNet vs first.DeepGuide of accuracy by sex
            sample people(30, high: 50) with save "out"
            require gap(10%) because "policy {count}"
            test "small" { cohort sex in [m, f] n 2; audit MelaNet; require recall >= 0 }
            set seed 5
            dataset d = csv("predictions.csv") with image image, label dx, score p_mel
            report accuracy by sex of d
            print cells(it.cohort), count + 1, ages, skin.dark
            export it.report, it.audit to "out/last.html"

            """)

    /// The scripts to change.
    static let scripts: [ScriptFile] =
        [tangled, ScriptFile(name: "twice tangled", text: tangled.text + tangled.text)] + ScriptFile.all

    /// What a person might write.
    private static let pieces: [String] = [
        "\n", " ", "x", "1", "#", "\"", "{", "}", "[", "]", ";", ",", "\n## Said.\n", "count",
        "let count = 3\n", "let other = 4\n",
        "report dp by sex\n", "audit MelaNet\n", "cohort sex in [m, f] n 2\n",
        "cohort old = sex in [m] n 1\n", "use derm.bands\n",
        "report accuracy by", "of first", "it.report", "export it.report to \"a.csv\"\n", "set seed 7\n",
        "print people(20)\n",
        "let young = people(30)\n", "attribute hair = enum [a, b]\n", "if count > 2 { report dp by sex }\n",
        "bogus\n", "x = = \n",
        "def gap(share: percent) { dp by age <= share }\n", "classifier MelaNet = manifest(\"m.json\")\n",
        "_1", "é", "help\n", "if count > 1 {\n", "}\n", "\"\"\"",
    ]

    private var state: UInt64

    /// The same changes for the same seed.
    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Changes a text once.
    mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &self)
        switch Int.random(in: 0..<8, using: &self) {
        case 0, 1, 2:
            let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &self)]
            let isStatement = piece.hasSuffix("\n") && piece.count > 1
            bytes.insert(contentsOf: piece.utf8, at: isStatement ? lineStart(bytes, place) : place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...4, using: &self)))
        case 4: bytes.removeSubrange(line(bytes, place))
        case 5:
            let copied = Array(bytes[line(bytes, place)])
            let other = Int.random(in: 0...bytes.count, using: &self)
            bytes.insert(contentsOf: copied, at: lineStart(bytes, other))
        case 6:
            let moved = line(bytes, place)
            let copied = Array(bytes[moved])
            bytes.removeSubrange(moved)
            let other = Int.random(in: 0...bytes.count, using: &self)
            bytes.insert(contentsOf: copied, at: lineStart(bytes, other))
        default: changeNumber(&bytes, from: place)
        }
    }

    /// Counts the next digit up.
    private func changeNumber(_ bytes: inout [UInt8], from place: Int) {
        guard let digit = bytes[place...].firstIndex(where: { (48...56).contains($0) }) else { return }
        bytes[digit] += 1
    }

    private func lineStart(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    private func line(_ bytes: [UInt8], _ place: Int) -> Range<Int> {
        lineStart(bytes, place)..<(bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count)
    }
}
