/// A reader of tables that looks at one byte after another, for comparison.
enum NaiveTable {
    /// The rows, the header included; nil where the text is no table.
    static func rows(of text: String) -> [[String]]? {
        var rows: [[String]] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            guard let (row, isBlank) = row(&rest) else { return nil }
            if isBlank { continue }
            guard row.count == rows.first?.count ?? row.count else { return nil }
            rows.append(row)
        }
        return rows
    }

    private static func row(_ rest: inout ArraySlice<UInt8>) -> (fields: [String], isBlank: Bool)? {
        var fields: [String] = []
        while true {
            let isQuoted = rest.first == UInt8(ascii: "\"")
            guard let field = isQuoted ? quoted(&rest) : plain(&rest) else { return nil }
            fields.append(field)
            if rest.first == UInt8(ascii: ",") {
                rest.removeFirst()
                continue
            }
            _ = takeLineEnd(&rest)
            return (fields, fields == [""] && !isQuoted)
        }
    }

    private static func plain(_ rest: inout ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        while let byte = rest.first, byte != UInt8(ascii: ","), !isLineEnd(rest) {
            bytes.append(byte)
            rest.removeFirst()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "\"") {
                bytes.append(byte)
            } else if rest.first == byte {
                bytes.append(byte)
                rest.removeFirst()
            } else {
                let ends = rest.isEmpty || rest.first == UInt8(ascii: ",") || isLineEnd(rest)
                return ends ? String(decoding: bytes, as: UTF8.self) : nil
            }
        }
        return nil
    }

    private static func isLineEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.first == UInt8(ascii: "\n") { return true }
        guard rest.first == UInt8(ascii: "\r") else { return false }
        return rest.count == 1 || rest[rest.startIndex + 1] == UInt8(ascii: "\n")
    }

    private static func takeLineEnd(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard isLineEnd(rest) else { return false }
        if rest.removeFirst() == UInt8(ascii: "\r") { _ = rest.popFirst() }
        return true
    }
}
