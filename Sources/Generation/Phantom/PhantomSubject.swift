/// The attributes a drawn image is asked to show.
public struct PhantomSubject: Sendable, Hashable {
    /// Decides the number of hairs.
    public var sex: PhantomSex
    /// In years, 5...95: decides wrinkles, texture, lentigines and lesion diameter.
    public var age: Double
    /// Decides the skin's colour; nil draws a type from Fitzpatrick17k's frequencies.
    public var fitzpatrick: FitzpatrickType?
    /// Decides the lesion's colours, shape, border and structures.
    public var diagnosis: PhantomDiagnosis
    /// Carried into the truth record; has no correlate in the image.
    public var site: String?

    /// A person; an age outside 5...95 is brought to the nearer end.
    public init(
        sex: PhantomSex, age: Double, fitzpatrick: FitzpatrickType?, diagnosis: PhantomDiagnosis,
        site: String? = nil
    ) {
        self.sex = sex
        self.age = min(max(age, 5), 95)
        self.fitzpatrick = fitzpatrick
        self.diagnosis = diagnosis
        self.site = site
    }

    /// The attributes in words, such as "melanoma, male, age 30, skin type II"; an unknown type is left out.
    public var prompt: String {
        let words = "\(diagnosis.rawValue), \(sex.word), age \(Int(age.rounded()))"
        guard let fitzpatrick else { return words }
        return words + ", skin type \(fitzpatrick.roman)"
    }
}
