/// Which Python names a checkpoint may mention, and which calls it may describe.
///
/// Nothing is ever imported or called. A file that describes other calls than these is refused all the same: it was
/// made to do something, and other programs would do it.
enum PicklePolicy {
    /// Modules whose mention is refused: they reach the system, the interpreter, or more pickles.
    private static let refused: Set<String> = [
        "os", "posix", "nt", "sys", "subprocess", "shutil", "socket", "importlib", "runpy", "pty", "ctypes",
        "webbrowser", "pickle", "_pickle", "cPickle", "marshal", "code", "codeop", "commands", "popen2",
        "multiprocessing", "threading", "asyncio", "signal", "tempfile", "urllib", "requests", "httpx",
        "ftplib",
        "telnetlib", "smtplib", "operator", "_operator", "imp", "pkgutil", "zipimport", "pdb", "bdb",
        "timeit",
        "trace", "cProfile", "profile", "doctest", "platform", "inspect", "gc", "io", "_io", "builtin", "pip",
        "setuptools", "distutils", "dill", "cloudpickle", "joblib", "antigravity", "idlelib", "fileinput",
        "glob",
        "ssl", "http", "xmlrpc", "nturl2path", "linecache", "types", "_posixsubprocess", "sitecustomize",
        "site",
    ]

    /// The names of `builtins` that are data.
    private static let builtins: Set<String> = [
        "set", "frozenset", "list", "dict", "tuple", "bytearray", "bytes", "complex", "int", "long", "float",
        "str", "unicode", "bool", "slice", "range", "xrange", "object", "Ellipsis", "NotImplemented",
    ]

    /// Functions and classes whose call only describes data, by module.
    private static let calls: [String: Set<String>] = [
        "collections": ["OrderedDict", "Counter", "defaultdict", "deque"],
        "torch": [
            "Size", "Tensor", "device", "dtype", "FloatTensor", "LongTensor", "HalfTensor", "DoubleTensor",
            "IntTensor", "ByteTensor", "BoolTensor", "Generator",
        ],
        "torch._utils": [
            "_rebuild_tensor", "_rebuild_tensor_v2", "_rebuild_tensor_v3", "_rebuild_parameter",
            "_rebuild_parameter_with_state", "_rebuild_qtensor", "_rebuild_sparse_tensor",
            "_rebuild_sparse_csr_tensor", "_rebuild_meta_tensor_no_storage", "_rebuild_wrapper_subclass",
            "_rebuild_device_tensor_from_numpy", "_rebuild_device_tensor_from_cpu_tensor",
            "_rebuild_nested_tensor",
        ],
        "torch._tensor": ["_rebuild_from_type_v2", "_rebuild_from_type"],
        "torch.tensor": ["_rebuild_from_type_v2", "_rebuild_from_type"],
        "torch.nn.parameter": ["Parameter", "Buffer", "UninitializedParameter", "UninitializedBuffer"],
        "torch.serialization": ["_get_layout"],
        "numpy": ["dtype", "ndarray"],
        "numpy.core.multiarray": ["_reconstruct", "scalar"],
        "numpy._core.multiarray": ["_reconstruct", "scalar"],
        "_codecs": ["encode"],
        "copy_reg": ["_reconstructor"],
        "copyreg": ["_reconstructor"],
        "argparse": ["Namespace"],
        "datetime": ["datetime", "date", "time", "timedelta", "timezone"],
        "pathlib": ["Path", "PosixPath", "WindowsPath", "PurePath", "PurePosixPath", "PureWindowsPath"],
        "functools": ["partial"],
        "decimal": ["Decimal"],
        "fractions": ["Fraction"],
        "uuid": ["UUID"],
    ]

    /// Whether a checkpoint may mention `name` of `module`.
    static func mayMention(_ module: String, _ name: String) -> Bool {
        let root = module.split(separator: ".", maxSplits: 1).first.map(String.init) ?? module
        if root == "builtins" || root == "__builtin__" { return builtins.contains(name) }
        return !refused.contains(root) && !isTorchLoader(module, name)
    }

    /// Whether a checkpoint may describe a call of `name` of `module`.
    static func mayCall(_ module: String, _ name: String) -> Bool {
        guard mayMention(module, name) else { return false }
        if module == "builtins" || module == "__builtin__" { return true }
        return calls[module]?.contains(name) ?? false
    }

    /// Whether a name of torch reads files or the network.
    private static func isTorchLoader(_ module: String, _ name: String) -> Bool {
        if module == "torch.hub" || module.hasPrefix("torch.utils.cpp_extension") { return true }
        return module.hasPrefix("torch")
            && ["load", "_load", "_load_from_bytes", "_legacy_load"].contains(name)
    }
}
