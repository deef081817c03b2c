/// The formats of weight files that are read.
package enum WeightFormat: String, Sendable, CaseIterable {
    /// huggingface's safetensors.
    case safetensors
    /// PyTorch's zip archive, since 1.6.
    case pyTorch = "pytorch"
    /// PyTorch's five pickles in a row, before 1.6.
    case pyTorchLegacy = "pytorch-legacy"
    /// Keras' HDF5 file: a whole model, or weights only.
    case kerasHDF5 = "keras-hdf5"
    /// Keras 3's weights in an HDF5 file, as `.weights.h5`.
    case kerasWeights = "keras-weights"
    /// Keras 3's zip archive of configuration and weights.
    case kerasArchive = "keras"
    /// Another HDF5 file; every data set is a tensor.
    case hdf5
    /// One array of NumPy; its name is empty.
    case npy
    /// NumPy's zip archive of arrays.
    case npz

    /// What a person calls it.
    package var title: String {
        switch self {
        case .safetensors: "safetensors"
        case .pyTorch: "PyTorch (zip)"
        case .pyTorchLegacy: "PyTorch (before 1.6)"
        case .kerasHDF5: "Keras HDF5"
        case .kerasWeights: "Keras 3 weights (HDF5)"
        case .kerasArchive: "Keras 3 (.keras)"
        case .hdf5: "HDF5"
        case .npy: "NumPy array"
        case .npz: "NumPy archive"
        }
    }
}
