extension OptionDefinition.Kind {
    /// What it takes, in words.
    package var phrase: String {
        switch self {
        case .flag: "no value"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(Self.bound(range.upperBound))"
        case .number(let range):
            "a number from \(Value.canonical(range.lowerBound)) to \(Value.canonical(range.upperBound))"
        case .share: "a share such as `0.5` or `50%`"
        case .shareOrWord(let words): "a share such as `0.5`, \(Words.list(words, joining: "or"))"
        case .string: "text in quotes"
        case .inputFile: "a file in quotes"
        case .outputPath: "a path in quotes"
        case .column: "a column"
        case .word(let words): Words.list(words, joining: "or")
        case .level: "the name of a group"
        case .texts: "a name or a set of names"
        case .columnMap: "columns such as `{fst: skin_type}`"
        case .name: "a name"
        case .triple(let words):
            "three numbers such as `[0.5, 0.5, 0.5]`, \(Words.list(words, joining: "or"))"
        case .numbers: "numbers such as `{aux_input: 0}`"
        case .columns: "a column, a set of columns, or columns by classifier such as `{MelaNet: p_a}`"
        case .textsByName: "texts by name such as `{age: 0}`"
        case .duration: "a time such as `90s` or `2h30m`"
        case .size: "a size such as `4GB`"
        }
    }

    /// The words it takes; none where it takes others than these.
    package var words: [String] {
        switch self {
        case .word(let words), .shareOrWord(let words), .triple(let words): words
        default: []
        }
    }

    /// Whether bare words stand for themselves.
    package var takesWords: Bool {
        switch self {
        case .column, .word, .level, .texts, .columnMap, .name, .columns, .textsByName: true
        default: false
        }
    }

    /// Whether it takes a share.
    package var takesShare: Bool {
        switch self {
        case .share, .shareOrWord: true
        default: false
        }
    }

    /// The value in the form it is kept in; nil where it does not fit.
    package func fitting(_ value: Value) -> Value? {
        switch self {
        case .flag: nil
        case .integer(let range): value.asInteger.flatMap { range.contains($0) ? .integer($0) : nil }
        case .number(let range): value.asDouble.flatMap { range.contains($0) ? value : nil }
        case .share: value.asDouble.flatMap { (0...1).contains($0) ? value : nil }
        case .shareOrWord(let words):
            Self.share.fitting(value) ?? Self.word(words).fitting(value)
        case .string, .inputFile, .outputPath: Self.text(value)
        case .column: value.asText.flatMap { $0.isEmpty ? nil : .string($0) }
        case .word(let words): value.asText.flatMap { words.contains($0) ? .word($0) : nil }
        case .level: Self.level(value)
        case .texts: Self.texts(value)
        case .columnMap: Self.columns(value)
        case .name: value.asText.flatMap { $0.isEmpty ? nil : .string($0) }
        case .triple(let words):
            value.asText == nil ? Self.triple(value) : Self.word(words).fitting(value)
        case .numbers: Self.numbers(value)
        case .columns:
            if case .record = value { Self.textsByName(value) } else { Self.texts(value) }
        case .textsByName: Self.textsByName(value)
        case .duration: if case .duration = value { value } else { nil }
        case .size: if case .size = value { value } else { nil }
        }
    }

    private static func text(_ value: Value) -> Value? {
        guard case .string(let text) = value, !text.isEmpty else { return nil }
        return value
    }

    private static func level(_ value: Value) -> Value? {
        switch value {
        case .integer, .number, .fitzpatrick, .unknown: .string(value.shown)
        case .string(let text), .word(let text): text.isEmpty ? nil : .string(text)
        default: nil
        }
    }

    private static func texts(_ value: Value) -> Value? {
        let texts = value.elements.compactMap(\.asText)
        guard !texts.isEmpty, texts.count == value.elements.count else { return nil }
        return .set(texts.map { .string($0) })
    }

    private static func columns(_ value: Value) -> Value? {
        guard case .record(let fields) = value, !fields.isEmpty, fields.allSatisfy({ $0.value.asText != nil })
        else {
            return nil
        }
        return value
    }

    private static func triple(_ value: Value) -> Value? {
        guard case .set(let values) = value, values.count == 3 else { return nil }
        return values.allSatisfy { $0.asDouble?.isFinite ?? false } ? value : nil
    }

    private static func numbers(_ value: Value) -> Value? {
        guard case .record(let fields) = value, !fields.isEmpty else { return nil }
        let numbers = fields.map { $0.value.elements.map(\.asDouble) }
        return numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0?.isFinite ?? false } } ? value : nil
    }

    /// A record from names to sets of texts; numbers and `unknown` are texts too.
    private static func textsByName(_ value: Value) -> Value? {
        guard case .record(let fields) = value, !fields.isEmpty else { return nil }
        var named: [Value.Field] = []
        for field in fields {
            let texts = field.value.elements.compactMap(level)
            guard !texts.isEmpty, texts.count == field.value.elements.count else { return nil }
            named.append(Value.Field(name: field.name, value: .set(texts)))
        }
        return .record(named)
    }

    private static func bound(_ number: Int) -> String {
        number == .max ? "2^63 - 1" : String(number)
    }
}
