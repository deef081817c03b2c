/// Linear equations with a symmetric positive definite matrix, solved by its Cholesky factor.
struct PositiveSystem {
    /// The lower triangle L with L L' the matrix.
    private var lower: [[Double]]

    /// The equations of a matrix, row by row; nil where it is not positive definite.
    init?(_ matrix: [[Double]]) {
        lower = matrix
        for row in matrix.indices {
            for column in 0...row {
                var rest = matrix[row][column]
                for place in 0..<column { rest -= lower[row][place] * lower[column][place] }
                if row == column {
                    guard rest > 0 else { return nil }
                    lower[row][row] = rest.squareRoot()
                } else {
                    lower[row][column] = rest / lower[column][column]
                }
            }
        }
    }

    /// The solution for one right side.
    func solve(_ right: [Double]) -> [Double] {
        var solution = right
        for row in lower.indices {
            for place in 0..<row { solution[row] -= lower[row][place] * solution[place] }
            solution[row] /= lower[row][row]
        }
        for row in lower.indices.reversed() {
            for place in lower.indices.dropFirst(row + 1) {
                solution[row] -= lower[place][row] * solution[place]
            }
            solution[row] /= lower[row][row]
        }
        return solution
    }
}
