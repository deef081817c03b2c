/// The opcodes of Python's pickles that checkpoints hold (`pickletools`, protocols 2 to 5).
enum PickleOpcode: UInt8 {
    /// What an opcode deals with.
    enum Kind {
        case value
        case container
        case stack
        case object
    }

    case none = 0x4E
    case newTrue = 0x88
    case newFalse = 0x89
    case binInt = 0x4A
    case binInt1 = 0x4B
    case binInt2 = 0x4D
    case long1 = 0x8A
    case long4 = 0x8B
    case binFloat = 0x47
    case shortBinString = 0x55
    case binString = 0x54
    case shortBinUnicode = 0x8C
    case binUnicode = 0x58
    case binUnicode8 = 0x8D
    case shortBinBytes = 0x43
    case binBytes = 0x42
    case binBytes8 = 0x8E
    case byteArray8 = 0x96

    case emptyList = 0x5D
    case emptyTuple = 0x29
    case emptyDictionary = 0x7D
    case emptySet = 0x8F
    case tuple = 0x74
    case tuple1 = 0x85
    case tuple2 = 0x86
    case tuple3 = 0x87
    case frozenSet = 0x91
    case append = 0x61
    case appends = 0x65
    case addItems = 0x90
    case setItem = 0x73
    case setItems = 0x75

    case proto = 0x80
    case frame = 0x95
    case mark = 0x28
    case pop = 0x30
    case popMark = 0x31
    case duplicate = 0x32
    case binPut = 0x71
    case longBinPut = 0x72
    case memoize = 0x94
    case binGet = 0x68
    case longBinGet = 0x6A

    case global = 0x63
    case stackGlobal = 0x93
    case reduce = 0x52
    case newObject = 0x81
    case newObjectKeywords = 0x92
    case build = 0x62
    case binPersistent = 0x51
    case instance = 0x69
    case objectOfClass = 0x6F

    /// What the opcode deals with.
    var kind: Kind {
        switch self {
        case .none, .newTrue, .newFalse, .binInt, .binInt1, .binInt2, .long1, .long4, .binFloat,
            .shortBinString,
            .binString, .shortBinUnicode, .binUnicode, .binUnicode8, .shortBinBytes, .binBytes, .binBytes8,
            .byteArray8:
            .value
        case .emptyList, .emptyTuple, .emptyDictionary, .emptySet, .tuple, .tuple1, .tuple2, .tuple3,
            .frozenSet,
            .append, .appends, .addItems, .setItem, .setItems:
            .container
        case .proto, .frame, .mark, .pop, .popMark, .duplicate, .binPut, .longBinPut, .memoize, .binGet,
            .longBinGet:
            .stack
        case .global, .stackGlobal, .reduce, .newObject, .newObjectKeywords, .build, .binPersistent,
            .instance,
            .objectOfClass:
            .object
        }
    }
}
