extension ClassifierManifest {
    /// The largest input that is accepted, in pixels a side.
    private static let largestSide = 4_096

    /// The index of the positive class, which `check` has made sure of.
    package var positiveIndex: Int {
        melanomaIndex ?? positive.flatMap { classes.firstIndex(of: $0) } ?? 0
    }

    /// Throws unless the values fit each other and can be followed.
    func check(path: String) throws(ClassificationError) {
        func require(
            _ holds: Bool, _ place: CodingKeys, _ expected: String, _ found: String
        ) throws(ClassificationError) {
            guard holds else {
                throw .manifest(path: path, place: place.rawValue, expected: expected, found: found)
            }
        }
        let sides = 1...Self.largestSide
        try require(
            sides.contains(input.width) && sides.contains(input.height), .input, "sides in \(sides)",
            "\(input.width) x \(input.height)")
        try require(scale.divide.isNormal, .scale, "a divisor that is not zero", "\(scale.divide)")
        try require(
            graph == .keras || graph == .onnx || fixedInputs?.isEmpty ?? true, .fixedInputs,
            "none for `\(graph.rawValue)`",
            "some")
        try checkRecipes(require)
        try checkClasses(require)
    }

    private typealias Requirement = (Bool, CodingKeys, String, String) throws(ClassificationError) -> Void

    private func checkRecipes(_ require: Requirement) throws(ClassificationError) {
        if let normalise {
            try require(
                normalise.mean.count == 3 && normalise.std.count == 3, .normalise,
                "three means and deviations",
                "\(normalise.mean.count) and \(normalise.std.count)")
            try require(
                normalise.std.allSatisfy(\.isNormal), .normalise, "deviations that are not zero",
                "\(normalise.std)")
        }
        try require(resize.halfPixel ?? true, .resize, "`half_pixel` true", "false")
        switch (resize.mode, resize.shortSide) {
        case (.stretch, _): break
        case (.shortSideCrop, nil): try require(false, .resize, "`short_side`", "none")
        case (.shortSideCrop, let side?):
            let crop = max(input.width, input.height)
            try require(
                input.width == input.height, .input, "a square to crop", "\(input.width) x \(input.height)")
            try require(
                (crop...Self.largestSide).contains(side), .resize,
                "`short_side` in \(crop)...\(Self.largestSide)", "\(side)")
        }
    }

    private func checkClasses(_ require: Requirement) throws(ClassificationError) {
        try require(!classes.isEmpty, .classes, "at least one class", "none")
        try require(Set(classes).count == classes.count, .classes, "different names", "\(classes)")
        try require(
            melanomaIndex != nil || positive != nil, .melanomaIndex, "the index of the positive class", "none"
        )
        if let melanomaIndex {
            try require(
                classes.indices.contains(melanomaIndex), .melanomaIndex, "an index in 0..<\(classes.count)",
                "\(melanomaIndex)")
        }
        if let positive {
            let named = classes.firstIndex(of: positive)
            try require(named != nil, .positive, "one of \(classes)", "`\(positive)`")
            try require(
                melanomaIndex == nil || named == melanomaIndex, .positive, "the class of `melanoma_index`",
                "`\(positive)`")
        }
        if let threshold {
            try require(threshold > 0 && threshold <= 1, .threshold, "a probability above 0", "\(threshold)")
        }
    }
}
