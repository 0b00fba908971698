public import Mentorship

/// The forms that come with the programme: data, in `Resources/forms.yaml`.
public enum FormCatalogue {
  /// The federal forms and a regional one, in the order of the file.
  public static let standard: [Form] = read().forms

  static let schema = "nastavnik.forms/1"

  /// The forms, and what is wrong in the file: nothing, as a test makes sure.
  static func read() -> (forms: [Form], findings: [Finding]) {
    let text = String(decoding: PackageResources.forms_yaml, as: UTF8.self)
    var (root, findings) = YAMLReader.read(text, file: "forms.yaml")
    guard let root, let map = YAMLMap(root, keys: ["schema", "forms"], &findings) else {
      return ([], findings)
    }
    _ = map.required("schema", &findings)?.choice([schema: true], &findings)
    guard let forms = map.required("forms", &findings) else { return ([], findings) }
    return (FormsReader.read(forms, .standard, known: [], &findings).forms, findings)
  }
}
