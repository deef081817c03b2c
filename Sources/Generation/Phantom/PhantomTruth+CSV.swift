extension PhantomTruth {
    /// The names of the columns of `row`.
    public static let columns = [
        "prompt", "sex", "age", "fst", "diagnosis", "site", "style", "fst_drawn", "ita", "skin_l", "skin_a",
        "skin_b",
        "texture_sd", "wrinkle_depth", "lentigines", "hairs", "atypia", "ambiguous", "area_fraction",
        "compactness",
        "asymmetry_major", "asymmetry_minor", "eccentricity", "border_width", "colours", "colour_count",
        "body_delta_e", "veil", "dots", "streaks", "network_irregularity", "dark_corners", "ruler", "bubbles",
        "ink", "cast_r", "cast_g", "cast_b",
    ]

    /// The record as cells of a CSV row, in the order of `columns`; numbers in shortest round-trip form.
    public var row: [String] {
        let person = [
            subject.prompt, subject.sex.rawValue, "\(subject.age)", subject.fitzpatrick?.roman ?? "unknown",
            subject.diagnosis.rawValue, subject.site ?? "", style.rawValue,
        ]
        let skin = [
            fitzpatrick.roman, "\(typologyAngle)", "\(skinColour.lightness)", "\(skinColour.a)",
            "\(skinColour.b)",
            "\(textureDeviation)", "\(wrinkleDepth)", "\(lentigoCount)", "\(hairCount)",
        ]
        let lesion = [
            "\(atypia)", ambiguous ? "1" : "0", "\(areaFraction)", "\(compactness)", "\(asymmetryMajor)",
            "\(asymmetryMinor)", "\(eccentricity)", "\(borderWidth)", colours.joined(separator: "+"),
            "\(colourCount)",
            "\(bodyContrast)", veil ? "1" : "0", "\(dotCount)", "\(streakCount)", "\(networkIrregularity)",
        ]
        let artefacts = [
            darkCorners ? "1" : "0", ruler ? "1" : "0", "\(bubbleCount)", "\(inkCount)", "\(cast.x)",
            "\(cast.y)",
            "\(cast.z)",
        ]
        return person + skin + lesion + artefacts
    }

    /// One CSV line without its end; cells with commas are quoted (RFC 4180).
    public static func line(_ cells: [String]) -> String {
        cells.map {
            $0.contains(where: { ",\"\n".contains($0) }) ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0
        }
        .joined(separator: ",")
    }
}
