import Tensors

/// What fills an input besides the image: one number for all of it, or a number for each of its places.
package struct FixedInput: Sendable, Codable, Equatable {
    /// The numbers: one, or as many as the input has places, row-major.
    package let values: [Float]

    /// One number, or one for each place.
    init(values: [Float]) {
        self.values = values
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Float.self) {
            values = [value]
        } else {
            values = try container.decode([Float].self)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if values.count == 1 { try container.encode(values[0]) } else { try container.encode(values) }
    }

    /// The numbers for an input of `count` places; nil where there are neither one nor so many.
    func values(for count: Int) -> [Float]? {
        if values.count == 1 { return [Float](repeating: values[0], count: count) }
        return values.count == count ? values : nil
    }
}
