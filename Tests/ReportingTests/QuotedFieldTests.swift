import Reporting
import Testing

@Suite struct QuotedFieldTests {
    @Test(
        "a field is quoted where it must be, and no spreadsheet takes it for a formula",
        arguments: [
            ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("#x", "\"#x\""),
            ("=cmd()", "'=cmd()"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"), ("+1,2", "\"'+1,2\""),
            ("-0.25", "-0.25"), ("1e-05", "1e-05"), ("a\nb", "\"a\nb\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        ])
    func fields(text: String, field: String) {
        // By scalar, for a quote with an accent is one character.
        #expect(QuotedField.text(text).unicodeScalars.elementsEqual(field.unicodeScalars))
    }
}
