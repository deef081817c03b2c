import Classification
import Generation
import Images
import Provenance
import Reporting
import Statistics
import Tensors
import Weights

/// Why a statement could not be executed.
package enum RunError: Error {
    /// A file cannot be read or written.
    case files(ProvenanceError)
    /// A table cannot be read.
    case table(CSVError)
    /// Photographs do not fit their table.
    case photographs(PhotographError)
    /// Rows do not make a table of outcomes.
    case statistics(StatisticsError)
    /// The engine cannot be loaded.
    case engine(EngineError)
    /// Weights cannot be loaded.
    case weights(WeightsError)
    /// A classifier cannot be loaded, or cannot judge an image.
    case classification(ClassificationError)
    /// A generator cannot be loaded.
    case generation(GenerationError)
    /// The image of this name cannot be made.
    case image(String, GenerationError)
    /// A picture cannot be read or written.
    case picture(ImageError)
    /// A figure cannot be drawn.
    case figure(ReportingError)
    /// A model cannot be used, for this reason.
    case model(String)
    /// No executed statement has made a result of this name.
    case unknownName(String)
    /// Something that the language has and this version has not.
    case unsupported(String)
    /// The person stopped the work.
    case cancelled
}
