public import ArgumentParser
import Foundation
import InstanceFiles
import Office
public import Policies

/// `nastavnik generate`: made-up markets of a family, the same for a seed on every machine.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: Terminal.words.say(
      "Составить задачи по семейству и числу (seed).", "Make instances of a family, by a seed."),
    discussion: Terminal.words.say(
      """
      Семейства: uniform — мнения равномерно; geometric — точки квадрата, ближний милее; questionnaire — ответы по \
      шкале от 1 до 5, группами; mallows, plackett-luce — списки вокруг общего порядка; mentoring — программа: обе \
      стороны называют немногих и кого не хотят; school — школа: старшие помогают младшим по предметам.

      Примеры:
        nastavnik generate uniform --mentees 100 --mentors 30 --capacity 2..4 --out задача.json
        nastavnik generate mallows --dispersion 0.5 --correlation 0.3 --seed 7
        nastavnik generate plackett-luce --mentees 30000 --mentors 30000 --list-length 20 --out big.json
        nastavnik generate mentoring --count 50 | nastavnik solve --stream
      Коды: 0 готово, 64 нет такого семейства или числа, 73 не записать.
      """,
      """
      Families: uniform = opinions drawn evenly; geometric = points of a square, the nearer the better; questionnaire \
      = answers from 1 to 5, in clusters; mallows, plackett-luce = lists around one order; mentoring = a programme: \
      both sides name a few and whom to avoid; school = older pupils help younger ones with subjects.

      Examples:
        nastavnik generate uniform --mentees 100 --mentors 30 --capacity 2..4 --out instance.json
        nastavnik generate mallows --dispersion 0.5 --correlation 0.3 --seed 7
        nastavnik generate plackett-luce --mentees 30000 --mentors 30000 --list-length 20 --out big.json
        nastavnik generate mentoring --count 50 | nastavnik solve --stream
      Exit codes: 0 done, 64 no such family or number, 73 cannot write.
      """))

  @Argument(
    help: ArgumentHelp(Terminal.words.say("Семейство.", "The family."), valueName: "family"))
  var family: MarketFamily

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Сколько наставляемых.", "How many mentees."), valueName: "n"))
  var mentees = 20

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Сколько наставников.", "How many mentors."), valueName: "n"))
  var mentors = 10

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Равные числа дают равные задачи.", "Equal seeds give equal instances."),
      valueName: "n"))
  var seed = 1

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько задач; больше одной — по строке каждая (NDJSON).",
        "How many instances; more than one: a line each (NDJSON)."), valueName: "n"))
  var count = 1

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Вместимость наставника (без неё 1, mentoring 1..2, school 1..3).",
        "Capacity of a mentor (default: 1, mentoring 1..2, school 1..3)."), valueName: "a..b"))
  var capacity: CountRange?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько наставников нужно наставляемому.", "Mentors that a mentee takes."),
      valueName: "a..b"))
  var demand = CountRange(1...1)

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Доля допустимых пар.", "The chance of a pair to be eligible."),
      valueName: "0..1"))
  var density = 1.0

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Вероятность, что соседи по списку равны.",
        "The chance of neighbours in a list to be equals."),
      valueName: "0..1"))
  var ties = 0.0

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько человек в списке наставляемого, остальные недопустимы; в mentoring и school — скольких называет"
          + " каждый (3).",
        "The most people in a mentee's list, others are ineligible; in mentoring and school how many each names"
          + " (3)."), valueName: "n"))
  var listLength: Int?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Насколько люди различны: 0 — все как один, 1 — как угодно.",
        "How far people differ: 0 = all alike, 1 = anyhow."), valueName: "0..1"))
  var dispersion: Double?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Насколько мнения сторон друг о друге взаимны.",
        "How far the sides think of each other alike."),
      valueName: "0..1"))
  var correlation: Double?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Куда записать; «-» — стандартный вывод.", "Where to; - is standard output."),
      valueName: "file"))
  var out = "-"

  @OptionGroup var output: OutputOptions

  func validate() throws {
    for (name, number) in [
      ("density", density), ("ties", ties), ("dispersion", dispersion ?? 0),
      ("correlation", correlation ?? 0),
    ] where !(0...1 ~= number) {
      throw ValidationError(
        Terminal.words.say("--\(name): нужно число от 0 до 1.", "--\(name) must be from 0 to 1."))
    }
    for (name, number, least, most) in [
      ("mentees", mentees, 0, MarketRecipe.mostPeople),
      ("mentors", mentors, 0, MarketRecipe.mostPeople),
      ("count", count, 1, MarketRecipe.mostPeople),
      ("list-length", listLength ?? 0, 0, MarketRecipe.mostPeople),
    ] where !(least...most ~= number) {
      throw ValidationError(
        Terminal.words.say(
          "--\(name): нужно число от \(least) до \(most).",
          "--\(name) must be from \(least) to \(most)."))
    }
  }

  private var recipe: MarketRecipe {
    var recipe = MarketRecipe(family, menteeCount: mentees, mentorCount: mentors)
    recipe.capacity = capacity?.range
    recipe.demand = demand.range
    (recipe.density, recipe.ties, recipe.listLength) = (density, ties, listLength)
    (recipe.dispersion, recipe.correlation) = (dispersion, correlation)
    return recipe
  }

  func run() throws {
    do throws(OfficeError) {
      var lines: [String] = []
      for draw in 0..<count {
        let text = try text(draw)
        if out == "-" { try? Terminal.print(text) } else { lines.append(text) }
      }
      if out != "-" { try Office.write(text: lines.joined(), to: out) }
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
  }

  private func text(_ draw: Int) throws(OfficeError) -> String {
    do {
      let market = try recipe.market(seed: seed, draw: draw)
      let instance = Instance(
        market.problem, id: market.id, rankings: market.rankings, menteeIDs: market.menteeIDs,
        mentorIDs: market.mentorIDs)
      return instance.json.text(count == 1 ? .pretty : .compact) + "\n"
    } catch {
      throw .problem(error)
    }
  }
}

/// A count, or the range `a..b`.
struct CountRange: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) { self.range = range }

  init?(argument: String) {
    let ends = argument.split(separator: "..", omittingEmptySubsequences: false)
    guard 1...2 ~= ends.count, let first = ends.first.flatMap({ Int($0) }),
      let last = ends.last.flatMap({ Int($0) }), 0 <= first, first <= last,
      last <= MarketRecipe.mostPeople
    else { return nil }
    range = first...last
  }

  var defaultValueDescription: String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
  }
}

extension MarketFamily: ExpressibleByArgument {}
