import ArgumentParser
import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How a command writes.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Write diagnostics as JSON, one object a line, and results as JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color = ColourChoice.auto

    /// The console of the command.
    var console: StandardConsole { StandardConsole(isQuiet: quiet) }

    /// The writer of diagnostics, for standard error.
    var printer: DiagnosticPrinter {
        DiagnosticPrinter(writesJSON: json, usesColor: color.applies(to: STDERR_FILENO))
    }

    /// The commands, writing as asked.
    var commands: ScriptCommands { ScriptCommands(console: console, printer: printer) }
}
