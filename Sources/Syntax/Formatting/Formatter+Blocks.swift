import Diagnostics

extension Formatter {
    /// Prints a statement that holds others; false for one that holds none.
    func print(nested statement: Statement, before following: Int, on printer: inout Printer) -> Bool {
        let start = statement.span.start
        switch statement.kind {
        case .for(let loop):
            let head = [.text("for ", at: start), document(loop.name), .word(" in "), document(loop.values)]
            print(.sequence(head), loop.body, before: following, on: &printer)
        case .if(let choice): print(choice, start, before: following, on: &printer)
        case .def(let function): print(head(function, start), function.body, before: following, on: &printer)
        case .test(let test):
            let head = Document.sequence([.text("test ", at: start), document(test.title)])
            print(head, test.body, before: following, on: &printer)
        default: return false
        }
        return true
    }

    private func head(_ function: DefStatement, _ start: Int) -> Document {
        let parameters = function.parameters.map { parameter -> Document in
            let type: [Document] = parameter.type.map { [.word(": "), document($0)] } ?? []
            let value: [Document] = parameter.value.map { [.word(" = "), document($0)] } ?? []
            return .sequence([document(parameter.name)] + type + value)
        }
        let list: [Document] =
            parameters.isEmpty ? [] : [.indent([.softLine, .list(parameters)]), .softLine]
        let result: [Document] = function.result.map { [.word(" -> "), document($0)] } ?? []
        return .group(
            [.text("def ", at: start), document(function.name), .word("(")] + list + [.word(")")] + result)
    }

    private func print(_ choice: IfStatement, _ start: Int, before following: Int, on printer: inout Printer)
    {
        var blocks = choice.branches.map { ([.word("if "), condition($0.condition)], $0.body) }
        if let otherwise = choice.otherwise { blocks.append(([], otherwise)) }
        for (index, (words, body)) in blocks.enumerated() {
            let isLast = index + 1 == blocks.count
            let end = isLast ? following : blocks[index + 1].1.span.start
            let lead: Document =
                index == 0 ? .text("", at: start) : .word(words.isEmpty ? "} else" : "} else ")
            print(.sequence([lead] + words), body, before: end, isLast: isLast, on: &printer)
        }
    }

    /// Prints a head with an opening brace, the statements of a block one level in, and its closing brace.
    ///
    /// - Parameter isLast: whether the closing brace stands alone, not before `else`.
    private func print(
        _ head: Document, _ block: Block, before following: Int, isLast: Bool = true,
        on printer: inout Printer
    ) {
        let first = block.statements.first?.span.start ?? block.span.end - 1
        let opening = Document.sequence([head, .word(" "), .text("{", at: block.span.start)])
        printer.print(opening, endingAt: block.span.start + 1, before: first)
        printer.level += 1
        print(block.statements, before: block.span.end - 1, on: &printer)
        printer.printComments(before: block.span.end - 1)
        printer.level -= 1
        guard isLast else { return }
        printer.print(.text("}", at: block.span.end - 1), endingAt: block.span.end, before: following)
    }
}
