/// The prefixes that training code and containers put before a network's own tensor names.
enum WeightPrefix {
    /// Parts that may stand before a name, in any number and order.
    static let parts = [
        "module.", "model.", "transformer.", "first_stage_model.", "cond_stage_model.", "text_encoder.",
        "ema.", "ema_model.", "model_ema.", "params_ema.", "params.", "state_dict.", "model_state_dict.",
        "state_dict_ema.", "network.",
        "_orig_mod.", "vae.", "clip.", "net.", "backbone.", "enet.",
    ]

    /// Whether `prefix` is nothing but known parts; the empty one is.
    static func isKnown(_ prefix: String) -> Bool {
        var rest = Substring(prefix)
        while !rest.isEmpty {
            guard let part = parts.first(where: { rest.hasPrefix($0) }) else { return false }
            rest = rest.dropFirst(part.count)
        }
        return true
    }

    /// The known parts at the beginning of `name`.
    static func of(_ name: String) -> String {
        var rest = Substring(name)
        while let part = parts.first(where: { rest.hasPrefix($0) && rest.utf8.count > $0.utf8.count }) {
            rest = rest.dropFirst(part.utf8.count)
        }
        return String(name.dropLast(rest.count))
    }

    /// Whether the tensors under `first` are preferred: a moving average, then the shorter prefix, then by name.
    static func precedes(_ first: String, _ second: String) -> Bool {
        let averages = (first.contains("ema"), second.contains("ema"))
        guard averages.0 == averages.1 else { return averages.0 }
        return (first.utf8.count, first) < (second.utf8.count, second)
    }
}
