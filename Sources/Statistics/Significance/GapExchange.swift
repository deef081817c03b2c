/// Rows of groups between which the groups' labels can be exchanged.
protocol GapExchange {
    /// The number of rows.
    var count: Int { get }
    /// The gap between the groups as they are now.
    var value: Quantity { get }
    /// Exchanges the labels at random.
    mutating func exchange(_ source: inout RandomSource)
}
