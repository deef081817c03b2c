/// Weights that Keras may have written: they say which of them belong to which layer.
package protocol KerasWeightSource: WeightSource {
    /// The model's configuration and layers, where Keras wrote the weights.
    var keras: KerasArchive? { get }
}

extension WeightFile: KerasWeightSource {}
