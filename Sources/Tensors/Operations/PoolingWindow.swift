/// A window of a pooling along one axis.
struct PoolingWindow {
    /// The pixels inside the map.
    let pixels: Range<Int>
    /// The number of pixels that a mean divides by.
    let divisor: Int
}
