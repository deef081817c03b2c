extension Statement {
    /// The name that the statement binds; nil where it binds none or is not given one.
    package var boundName: Name? {
        switch kind {
        case .let(let constant): constant.name
        case .declaration(let declaration): declaration.name
        case .cohort(let cohort): cohort.name
        case .audit(let audit): audit.name
        case .def(let function): function.name
        case .attribute(let attribute): attribute.name
        default: nil
        }
    }

    /// The blocks in it, in order; none in most statements.
    package var blocks: [Block] {
        switch kind {
        case .for(let loop): [loop.body]
        case .if(let choice): choice.branches.map(\.body) + [choice.otherwise].compactMap { $0 }
        case .def(let function): [function.body]
        case .test(let test): [test.body]
        default: []
        }
    }

    /// The statement and all those in its blocks, at any depth.
    package var nested: [Statement] {
        let blocks = blocks
        return blocks.isEmpty ? [self] : [self] + blocks.flatMap(\.statements).flatMap(\.nested)
    }
}
