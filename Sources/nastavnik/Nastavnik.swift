import ArgumentParser

@main
struct Nastavnik: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nastavnik")
}
