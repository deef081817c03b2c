/// All rates that groups of given sizes can attain, in rising order, as steps of a sweep.
///
/// Rates k/n are compared as fractions of integers, so equal rates of different sizes fall together exactly.
struct RateGrid {
    /// One count of one size.
    struct Atom {
        /// The index of the size.
        let size: Int
        /// The count.
        let count: Int
        /// The rate count/size.
        let rate: Double
    }

    /// The atoms of the grid, rising; those with equal rates stand together.
    let atoms: [Atom]
    /// Where each distinct rate begins in `atoms`, and the end.
    let starts: [Int]

    /// The grid of the counts kept in `masses`, one for each size.
    init(_ masses: [BinomialMasses]) {
        var atoms: [Atom] = []
        for (size, masses) in masses.enumerated() {
            for count in masses.lowest...masses.highest {
                atoms.append(Atom(size: size, count: count, rate: Double(count) / Double(masses.trials)))
            }
        }
        let trials = masses.map(\.trials)
        func isBelow(_ left: Atom, _ right: Atom) -> Bool {
            left.count * trials[right.size] < right.count * trials[left.size]
        }
        atoms.sort(by: isBelow)
        var starts = atoms.indices.filter { $0 == 0 || isBelow(atoms[$0 - 1], atoms[$0]) }
        starts.append(atoms.count)
        self.atoms = atoms
        self.starts = starts
    }

    /// The distinct rates.
    var rates: [Double] { starts.dropLast().map { atoms[$0].rate } }
}
