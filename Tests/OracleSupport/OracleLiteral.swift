import Foundation

/// A number or truth value, or nested lists of them, as JSON writes an array of any rank.
package enum OracleLiteral: Decodable {
    case number(Double)
    case list([OracleLiteral])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let list = try? container.decode([OracleLiteral].self) {
            self = .list(list)
        } else if let flag = try? container.decode(Bool.self) {
            self = .number(flag ? 1 : 0)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    /// The extent of each axis.
    package var shape: [Int] {
        switch self {
        case .number: []
        case .list(let elements): [elements.count] + (elements.first?.shape ?? [])
        }
    }

    /// All numbers in row-major order.
    package var flattened: [Double] {
        switch self {
        case .number(let value): [value]
        case .list(let elements): elements.flatMap(\.flattened)
        }
    }
}
