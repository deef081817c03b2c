extension StringProtocol where UTF8View: BidirectionalCollection {
    /// The text without the spaces and tabs at both ends.
    var trimmingBlanks: String {
        let bytes = utf8
        guard let first = bytes.first, let last = bytes.last, Self.isBlank(first) || Self.isBlank(last) else {
            return String(self)
        }
        guard let start = bytes.firstIndex(where: { !Self.isBlank($0) }),
            let end = bytes.lastIndex(where: { !Self.isBlank($0) })
        else { return "" }
        return String(self[start..<bytes.index(after: end)])
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
