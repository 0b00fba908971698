extension MarketFault {
  var englishText: String {
    switch self {
    case .unknownName(let name, let suggestion?):
      "there is nobody called \"\(name)\"; did you mean \"\(suggestion)\"?"
    case .unknownName(let name, nil):
      "there is nobody called \"\(name)\"; add the name or remove it"
    case .listedTwice(let name): "\"\(name)\" stands twice in one list; keep the better place"
    case .noSide(""): "whose list is this? write mentees or mentors in the column \"side\""
    case .noSide(let text): "\"\(text)\" is no side; write mentees or mentors"
    case .missingColumn(let column): "there is no column \"\(column)\"; add it to the first row"
    case .gap: "an empty cell between choices; remove it, or write {} for a place that nobody has"
    case .unclosed(let mark): "this \(mark) is never closed"
    case .badLine(let pattern): "this line cannot be read; it should look like: \(pattern)"
    case .tieInStrictOrder:
      "equals in a file of strict orders; break the tie, or call the file .toc or .toi"
    case .incompleteOrder(let count, let expected):
      "\(count) of \(expected) alternatives in a file of complete orders; add the others, or call the"
        + " file .soi or .toi"
    case .wrongTotal(.alternatives, let count, let expected):
      "\(count) alternatives are named, and the file speaks of \(expected); is it whole?"
    case .wrongTotal(.voters, let count, let expected):
      "the orders are those of \(count) voters, and the file speaks of \(expected); is it whole?"
    case .wrongTotal(.orders, let count, let expected):
      "there are \(count) orders, and the file speaks of \(expected); is it whole?"
    case .wrongNumber(let found, let expected):
      "this line has the number \(found), expected \(expected); lines stand in order"
    case .endsEarly(let missing): "the file ends here, and \(missing) lines are missing"
    case .placeBeyondList(let place, let count):
      "place \(place) in a list of \(count) places; correct one of the two"
    }
  }

  var russianText: String {
    switch self {
    case .unknownName(let name, let suggestion?):
      "участника «\(name)» нет; возможно, имелся в виду «\(suggestion)»?"
    case .unknownName(let name, nil): "участника «\(name)» нет; добавьте его или уберите имя"
    case .listedTwice(let name): "«\(name)» стоит в одном списке дважды; оставьте лучшее место"
    case .noSide(""): "чей это список? Напишите в столбце «side»: mentees или mentors"
    case .noSide(let text): "«\(text)» — не сторона; напишите mentees или mentors"
    case .missingColumn(let column): "нет столбца «\(column)»; добавьте его в первую строку"
    case .gap: "пустая ячейка между местами; уберите её, а для места, где никого, напишите {}"
    case .unclosed(let mark): "знак \(mark) нигде не закрыт"
    case .badLine(let pattern): "строка не читается; она должна выглядеть так: \(pattern)"
    case .tieInStrictOrder:
      "равные места в файле строгих порядков; разведите их или назовите файл .toc или .toi"
    case .incompleteOrder(let count, let expected):
      "альтернатив \(count) из \(expected) в файле полных порядков; добавьте остальные или назовите"
        + " файл .soi или .toi"
    case .wrongTotal(.alternatives, let count, let expected):
      "названо альтернатив: \(count), а в начале файла сказано \(expected); цел ли он?"
    case .wrongTotal(.voters, let count, let expected):
      "голосов в строках: \(count), а в начале файла сказано \(expected); цел ли он?"
    case .wrongTotal(.orders, let count, let expected):
      "порядков: \(count), а в начале файла сказано \(expected); цел ли он?"
    case .wrongNumber(let found, let expected):
      "строка с номером \(found), ожидается \(expected); строки идут по порядку"
    case .endsEarly(let missing): "файл здесь обрывается: недостаёт строк — \(missing)"
    case .placeBeyondList(let place, let count):
      "место \(place) в списке из \(count) мест; исправьте одно из чисел"
    }
  }
}
