import Mentorship
import Testing

@Suite("Telephones, addresses, numbers in words")
struct ContactsTests {
  @Test("one number, however it is written")
  func phones() {
    for text in [
      "+7 912 345-67-89", "8 (912) 345-67-89", "89123456789", "7 912 345 67 89", "9123456789",
      "+7(912)345-67-89", "тел. 8-912-345-67-89", "79123456789.0", "8.912.345.67.89",
    ] {
      #expect(PhoneNumber(parsing: text)?.number == "+79123456789", "\(text)")
    }
    #expect(PhoneNumber(parsing: "+375 29 123-45-67")?.number == "+375291234567")
    #expect(PhoneNumber(parsing: "2-34-56")?.isWhole == false)
    #expect(PhoneNumber(parsing: "8 495 123-45-67 доб. 12")?.extensionDigits == "12")
    #expect(PhoneNumber(parsing: "+7 912 345-67-89")?.masked == "+7*****89")
    for text in [
      "", "нет", "+8 912 345 67 89", "123", "7.9123456789E10", "12345678901234567",
      "89123456789 мама",
      "8 912 345 67 8", "++79123456789",
    ] {
      #expect(PhoneNumber(parsing: text) == nil, "\(text)")
    }
    #expect(
      PhoneNumber.list("89123456789, +7 495 123-45-67; 8 (912) 345-67-89")?.map(\.number)
        == ["+79123456789", "+74951234567"])
    #expect(PhoneNumber.list("89123456789, спросить Анну") == nil)
  }

  @Test("addresses fold, and others are none")
  func emails() {
    for text in ["Petr@Mail.RU", " petr@mail.ru.", "mailto:petr@mail.ru", "<petr@mail.ru>"] {
      #expect(EmailAddress(parsing: text)?.address == "petr@mail.ru", "\(text)")
    }
    for text in ["petr", "petr@", "@mail.ru", "petr@mail", "a@b@c.ru", "pe tr@mail.ru", "a@.ru"] {
      #expect(EmailAddress(parsing: text) == nil, "\(text)")
    }
    #expect(EmailAddress.list("a@b.ru; c@d.ru")?.count == 2)
  }

  @Test("numbers in words, upper limits and thousands; anything else is none")
  func numbers() {
    let cases: [(String, Int?)] = [
      ("3", 3), ("до 3-х", 3), ("До трёх", 3), ("не более 2", 2), ("пять", 5), ("двое", 2),
      ("2 человека", 2), ("3 чел.", 3), ("1 234", 1234), ("1\u{a0}234", 1234), ("2,0", 2),
      ("не больше чем 4 ученика", 4), ("один", 1), ("2-3", nil), ("2 3", nil), ("2,5", nil),
      ("много", nil), ("", nil), ("1 234,5", nil), ("до", nil), ("человек", nil), ("1 23", nil),
      ("0 500", nil), ("-1", nil),
    ]
    for (text, number) in cases { #expect(NumberWords.count(text) == number, "\(text)") }
  }

  @Test("dates in words and with two digits of a year; a bare number is none")
  func dates() {
    let cases: [(String, String?)] = [
      ("15 октября 2026", "15.10.2026"), ("1-го сент. 2010 г.", "01.09.2010"),
      ("«05» мая 2009 года", "05.05.2009"), ("October 15, 2026", "15.10.2026"),
      ("15.10.26", "15.10.2026"), ("1.2.85", "01.02.1985"), ("15/10/26", "15.10.2026"),
      ("15 октября 2026 14:30:00", "15.10.2026"), ("46310", nil), ("15-10-26", nil),
      ("31 апреля 2026", nil), ("октябрь 2026", nil), ("15 октября", nil), ("15 окт 26", nil),
    ]
    for (text, date) in cases {
      #expect(CalendarDate(parsing: text)?.description == date, "\(text)")
    }
  }

  @Test("school classes in words")
  func grades() {
    let cases: [(String, String?)] = [
      ("девятый", "9"), ("девятый «Б»", "9 «Б»"), ("10 класс, буква А", "10 «А»"),
      ("9 Б класс", "9 «Б»"), ("одиннадцатый класс", "11"), ("седьмой-в", "7 «В»"), ("третий", "3"),
      ("выпускной", nil), ("5, 6", nil), ("первокурсник", nil),
    ]
    for (text, grade) in cases { #expect(Grade(parsing: text)?.description == grade, "\(text)") }
  }
}
