extension Statement {
    /// The name that the statement binds; nil where it binds none or is not given one.
    package var boundName: Name? {
        switch kind {
        case .let(let constant): constant.name
        case .declaration(let declaration): declaration.name
        case .cohort(let cohort): cohort.name
        case .audit(let audit): audit.name
        default: nil
        }
    }
}
