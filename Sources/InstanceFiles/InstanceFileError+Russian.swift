import Problems

extension InstanceFileError {
  var russianText: String {
    switch self {
    case .empty: "файл пуст; задача без людей — это {\"mentees\": 0, …}"
    case .missingFile(let file): "нет файла \(file)"
    case .unreadableFile(let file): "файл \(file) не читается; проверьте права доступа"
    case .folder(let path): "\(path) — папка, а нужен файл"
    case .unknownFormat(let name):
      "неизвестный формат \(name); --format: \(InstanceFormat.allNames)"
    case .syntax(_, let fault): fault.russianText
    case .duplicateKey(_, let key): "ключ «\(key)» указан дважды; оставьте один"
    case .unknownKey(_, let key, let suggestion?):
      "неизвестный ключ «\(key)»; возможно, имелся в виду «\(suggestion)»?"
    case .unknownKey(_, let key, nil): "неизвестный ключ «\(key)»; удалите его"
    case .missingKey(_, let key): "нет ключа «\(key)»; добавьте его"
    case .wrongType(_, let expected): "здесь ожидается \(expected.russianText)"
    case .wrongSchema(_, let found, let expected): "схема «\(found)», ожидается «\(expected)»"
    case .unknownChoice(_, let found, let allowed):
      "значение «\(found)» здесь недопустимо; возможны: \(allowed.joined(separator: ", "))"
    case .groupTooSmall: "меньше двух участников; назовите хотя бы двух или удалите список"
    case .tooFine(_, let digits): "больше \(digits) знаков после запятой; округлите число"
    case .pointsAndPairs: "указаны и «points», и «pairs»; оставьте одно"
    case .negative: "отрицательное число; напишите 0 или больше"
    case .fractional: "дробное число; напишите целое"
    case .notFinite:
      "не конечное число; недопустимая пара — пустая ячейка в CSV, null в JSON, пропуск в разреженных форматах"
    case .tooLarge: "число слишком велико для точного сложения; возьмите единицу крупнее"
    case .wrongCount(_, let count, let expected): "значений: \(count), ожидается \(expected)"
    case .indexOutOfRange(_, let index, 0): "номера \(index) нет: на этой стороне никого"
    case .indexOutOfRange(_, let index, let count): "номера \(index) нет; от 0 до \(count - 1)"
    case .duplicateID(_, let id): "обозначение «\(id)» повторяется; обозначения должны различаться"
    case .duplicatePair(_, let pair): "пара \(pair.text) указана дважды; оставьте одну"
    case .duplicatePerson(_, let person): "участник \(person) указан дважды; оставьте одного"
    case .fixedForbidden(_, let pair): "пара \(pair.text) закреплена и запрещена; оставьте одно"
    case .fixedIneligible(_, let pair):
      "закреплённая пара \(pair.text) недопустима; дайте ей баллы или снимите закрепление"
    case .notANumber(_, let found): "«\(found)» — не число"
    case .numpy(let fault): fault.russianText
    case .foreignSolution(let found, let expected):
      "решение относится к задаче \(found), а эта — \(expected)"
    case .inconsistent(let key): "«\(key)» противоречит остальному решению или задаче"
    case .ordinalOutOfRange(_, let number, let count):
      count > 0 ? "номера \(number) нет; от 1 до \(count)" : "номера \(number) нет: здесь никого"
    case .uncheckable(let proof): "доказательство вида «\(proof)» нельзя проверить по файлам"
    case .offScale: "число не кратно единице задачи"
    case .market(_, let fault): fault.russianText
    }
  }
}

extension SyntaxFault {
  var russianText: String {
    switch self {
    case .unexpectedEnd: "файл обрывается посреди значения; цел ли он?"
    case .unexpectedCharacter: "этот знак здесь стоять не может"
    case .trailingText: "текст после конца значения; удалите его"
    case .missingComma: "ожидается запятая или закрывающая скобка"
    case .keyExpected: "ожидается ключ в двойных кавычках"
    case .colonExpected: "ожидается двоеточие после ключа"
    case .badNumber: "это не число JSON; пишите, например, -1.5"
    case .notFinite: "не конечное число; для недопустимой пары напишите null"
    case .badEscape: "обратная косая черта с неизвестным знаком"
    case .controlCharacter: "управляющий знак внутри текста; пишите \\n, \\t или \\u…"
    case .notUTF8: "текст не в UTF-8; сохраните файл в UTF-8"
    case .tooDeep: "слишком много вложенных скобок"
    case .unknownWord(let word): "неизвестное слово «\(word)»; тексты стоят в двойных кавычках"
    }
  }
}

extension ExpectedForm {
  var russianText: String {
    switch self {
    case .object: "объект {…}"
    case .array: "список […]"
    case .string: "текст"
    case .number: "число"
    case .numberOrNull: "число или null для недопустимой пары"
    case .integer: "целое число"
    case .identifier: "обозначение: текст или целое число"
    case .people: "количество или список людей"
    case .person: "обозначение или объект {\"id\": …}"
    case .pair: "пара [наставляемый, наставник]"
    case .weightedPair:
      "пара с баллами: [наставляемый, наставник, баллы] и, четвёртым числом, её часами"
    case .rankings: "null или места от лучшего к худшему: [[…], […]]"
    case .boolean: "true или false"
    }
  }
}

extension NumpyFault {
  var russianText: String {
    switch self {
    case .magic: "это не файл .npy; сохраните его через numpy.save"
    case .version(let version): "версия \(version) файла .npy неизвестна; известны 1, 2 и 3"
    case .header: "заголовок файла .npy не читается; сохраните заново через numpy.save"
    case .dtype(let name):
      "числа типа \(name) не читаются; используйте целые или float32/float64"
    case .dimensions(let count, let expected): "измерений: \(count), ожидается \(expected)"
    case .size(let size, let expected):
      "байтов с числами: \(size), ожидается \(expected); цел ли файл?"
    }
  }
}
