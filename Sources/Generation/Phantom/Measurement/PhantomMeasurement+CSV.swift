extension PhantomMeasurement {
    /// The names of the columns of `row`.
    public static let columns = [
        "ita", "patches", "skin_l", "skin_a", "skin_b", "mean_l", "mean_a", "mean_b", "area_fraction",
        "lesion_l",
        "lesion_a", "lesion_b", "hair_fraction", "hairs", "lentigines", "fine_texture",
    ]

    /// The figures as cells of a CSV row, in the order of `columns`; empty where there is none.
    public var row: [String] {
        func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
        return [
            cell(typologyAngle), "\(patchCount)", cell(skinColour?.lightness), cell(skinColour?.a),
            cell(skinColour?.b), cell(meanColour.lightness), cell(meanColour.a), cell(meanColour.b),
            cell(lesionAreaFraction), cell(lesionColour?.lightness), cell(lesionColour?.a),
            cell(lesionColour?.b),
            cell(hairFraction), cell(hairCount), "\(lentigoCount)", cell(fineTexture),
        ]
    }
}
