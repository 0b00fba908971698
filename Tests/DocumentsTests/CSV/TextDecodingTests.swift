import Foundation
import Mentorship
import Testing

@testable import Documents

/// Windows-1251 as Foundation knows it, to hold our table against.
private func windows1251(_ text: String) -> [UInt8] {
  [UInt8](text.data(using: .windowsCP1251) ?? Data())
}

private func decoded(_ bytes: [UInt8], _ declared: TextEncoding? = nil) -> (String?, [Finding]) {
  let decoding = TextDecoding(bytes, file: "a.csv", declared: declared)
  return (decoding.text.map { String(decoding: $0, as: UTF8.self) }, decoding.findings)
}

private func place(_ line: Int, _ column: Int) -> Place {
  Place(file: "a.csv", line: line, column: column)
}

@Suite struct TextDecodingTests {
  private let text = "ФИО;Класс\nПётр – «ё», №7"

  @Test func everyEncodingGivesTheSameText() {
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let encodings: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), windows1251(text),
      [0xFF, 0xFE] + utf16, [0xFE, 0xFF] + swapped, utf16, swapped,
    ]
    for (index, bytes) in encodings.enumerated() {
      let (result, findings) = decoded(bytes)
      #expect(result == text, "encoding \(index)")
      #expect(findings.isEmpty, "encoding \(index)")
    }
  }

  @Test func cyrillicTableIsThatOfFoundation() throws {
    for byte in UInt8.min...UInt8.max where byte != 0x98 {
      let expected = try #require(String(data: Data([byte]), encoding: .windowsCP1251))
      let ours = String(decoding: CyrillicTable.windows1251.utf8(of: [byte]), as: UTF8.self)
      #expect(ours == expected, "byte \(byte)")
    }
  }

  /// In KOI8-R a letter without its upper bit is the Latin one that sounds alike, of the other case.
  @Test func koi8SoundsLikeLatin() {
    let bytes = "rUSSKIJTEKST".utf8.map { $0 | 0x80 }
    #expect(String(decoding: CyrillicTable.koi8r.utf8(of: bytes), as: UTF8.self) == "Русскийтекст")
    #expect(Set(CyrillicTable.koi8r.scalars).count == 128)
  }

  @Test func codePagesAreToldApart() {
    let texts = [
      "ФИО;Класс\nИванов Пётр;7", "ФАМИЛИЯ;ИМЯ;КЛАСС\nИВАНОВ;ПЁТР;7", "Имя;Да\nОльга;нет",
      "ФИО наставника;Предметы\nЩукина Юлия Эдуардовна;физика, химия; «Мы»",
      "Name;Grade\nПетров;7", "Хочу подтянуть учёбу", "ё;Ё",
    ]
    for text in texts {
      for table in [CyrillicTable.windows1251, .koi8r] {
        let bytes: [UInt8] = text.unicodeScalars.compactMap { scalar in
          if scalar.isASCII { return UInt8(scalar.value) }
          return table.scalars.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
        }
        let expected = String(decoding: table.utf8(of: bytes), as: UTF8.self)
        #expect(decoded(bytes) == (expected, []), "\(text)")
        #expect(decoded(bytes, table.scalars[0] == "Ђ" ? .windows1251 : .koi8r).0 == expected)
      }
    }
  }

  @Test func declaredEncodingThatFitsIsSilent() {
    #expect(decoded(Array(text.utf8), .utf8) == (text, []))
    #expect(decoded(windows1251(text), .windows1251) == (text, []))
    #expect(decoded(Array("name;grade".utf8), .windows1251) == ("name;grade", []))
  }

  @Test func declaredEncodingThatDoesNotFit() {
    let bytes = Array("name\nab".utf8) + windows1251("Иван")
    let (result, findings) = decoded(bytes, .utf8)
    #expect(result == "name\nabИван")
    #expect(findings == [Finding(.wrongEncoding(declared: "utf-8"), at: place(2, 3))])
    #expect(
      decoded(Array(text.utf8), .windows1251)
        == (
          text,
          [Finding(.wrongEncoding(declared: "windows-1251", actual: "UTF-8"), at: place(1, 1))]
        ))
  }

  @Test func bytesThatAreNoText() {
    let zero = decoded([0x41, 0x0A, 0x00, 0x42])
    #expect(zero == (nil, [Finding(.wrongEncoding(declared: nil), at: place(2, 1))]))
    let cut = decoded([0xFF, 0xFE, 0x41])
    #expect(cut == (nil, [Finding(.wrongEncoding(declared: nil), at: place(1, 1))]))
    let broken = decoded([0xEF, 0xBB, 0xBF, 0x41, 0xFF])
    #expect(broken == ("A\u{FFFD}", [Finding(.wrongEncoding(declared: nil), at: place(1, 5))]))
  }

  @Test func onlyStrictUTF8IsUTF8() {
    // Overlong, surrogate, beyond U+10FFFF, cut.
    for bytes: [UInt8] in [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
      [0x80], [0xF0, 0x8F, 0x80, 0x80], [0xE2, 0x28, 0xA1],
    ] {
      #expect(TextDecoding.firstInvalid(in: [0x41] + bytes) == 1, "\(bytes)")
    }
    #expect(TextDecoding.firstInvalid(in: Array("aя€😀\u{10FFFF}\u{D7FF}\u{E000}".utf8)) == nil)
  }

  @Test func otherProgramsFiles() {
    let kinds: [([UInt8], OtherFile)] = [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], .xlsx), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .xls),
      (Array("%PDF-1.7".utf8), .pdf), ([0x50, 0x4B, 0x05, 0x06], .xlsx),
    ]
    for (bytes, kind) in kinds {
      let expected = [Finding(.workbook(.otherFile(kind)), at: Place(file: "a.csv"))]
      #expect(decoded(bytes) == (nil, expected))
    }
  }

  @Test func emptyAndBlankFiles() {
    for text in ["", " ", "\r\n\t \n", "\u{FEFF}", "\u{FEFF}\n"] {
      #expect(decoded(Array(text.utf8)) == (nil, [Finding(.fileEmpty, at: Place(file: "a.csv"))]))
    }
  }

  @Test func tooLarge() {
    let bytes = [UInt8](repeating: 0x41, count: (50 << 20) + 1)
    let expected = [Finding(.fileTooLarge(limitMegabytes: 50), at: Place(file: "a.csv"))]
    #expect(decoded(bytes) == (nil, expected))
  }
}
