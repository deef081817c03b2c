import RealModule

/// The chance that all groups lie in a window and add up to a total, over the chance of the total.
///
/// Each size keeps its restricted generating function's values at the first half of the M-th roots of unity (the
/// other half is conjugate). Their product over the sizes stands in a binary tree, so that a change of one size
/// costs log(sizes) products. M reaches from the total beyond everything that weighs anything, so nothing wraps.
struct SpectralWindow: WindowWeight {
    private let masses: [BinomialMasses]
    private let sizes: [RangeNull.GroupSize]
    private let target: Spectrum
    private let massOfTotal: Double
    private let roots: RootsOfUnity
    private var leaves: [Spectrum]
    private var tree: [Spectrum]
    private var changed: [Bool]

    /// An empty window of groups with these masses, whose sum has the distribution `whole`.
    init(masses: [BinomialMasses], sizes: [RangeNull.GroupSize], whole: BinomialMasses, total: Int) {
        self.masses = masses
        self.sizes = sizes
        massOfTotal = whole.mass(of: total)
        let reach = max(whole.highest - total, total - whole.lowest) + 1
        roots = RootsOfUnity(order: reach | 1)
        let zero = Spectrum(roots)
        let offset = zip(masses, sizes).reduce(0) { $0 + $1.0.lowest * $1.1.groups }
        target = Spectrum.monomial(total - offset, roots)
        leaves = Array(repeating: zero, count: masses.count)
        tree = Array(repeating: zero, count: 2 * masses.count)
        changed = Array(repeating: true, count: 2 * masses.count)
    }

    mutating func insert(_ atom: RateGrid.Atom) {
        add(atom, sign: 1)
    }

    mutating func remove(_ atom: RateGrid.Atom) {
        add(atom, sign: -1)
    }

    private mutating func add(_ atom: RateGrid.Atom, sign: Double) {
        let mass = sign * masses[atom.size].mass(of: atom.count)
        leaves[atom.size].add(mass, times: roots, power: atom.count - masses[atom.size].lowest)
        changed[masses.count + atom.size] = true
    }

    mutating func weight() -> Double {
        let count = masses.count
        for node in stride(from: 2 * count - 1, through: 1, by: -1) where changed[node] {
            if node >= count {
                tree[node].set(toPower: sizes[node - count].groups, of: leaves[node - count])
            } else {
                tree[node].set(toProductOf: tree[2 * node], and: tree[2 * node + 1])
            }
            changed[node] = false
            changed[node / 2] = true
        }
        return tree[1].coefficient(target, roots) / massOfTotal
    }
}
