import Foundation
import InstanceFiles
import Problems
import Testing

@Suite struct FormatTests {
  static func read(
    _ bytes: [UInt8], _ format: InstanceFormat? = nil, name: String = "x",
    sense: Sense = .maximize, capacities: [Int]? = nil
  ) throws(InstanceFileError) -> Instance {
    try InstanceReader(format: format, sense: sense, capacities: capacities)
      .read(Data(bytes), name: name)
  }

  static func failure(_ bytes: [UInt8], _ format: InstanceFormat) -> InstanceFileError? {
    do {
      _ = try read(bytes, format)
      return nil
    } catch { return error }
  }

  /// The bytes of a `.npy` file.
  static func npy<Cell: BitwiseCopyable>(
    _ cells: [Cell], _ descr: String, shape: String, fortran: Bool = false, version: UInt8 = 1
  ) -> [UInt8] {
    let order = fortran ? "True" : "False"
    var header = "{'descr': '\(descr)', 'fortran_order': \(order), 'shape': \(shape), }"
    header += String(repeating: " ", count: 63 - header.utf8.count % 64) + "\n"
    let length = header.utf8.count
    let size: [UInt8] =
      version == 1
      ? [UInt8(length & 255), UInt8(length >> 8)] : [UInt8(length & 255), UInt8(length >> 8), 0, 0]
    let data = cells.withUnsafeBytes { Array($0) }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + size + Array(header.utf8) + data
  }

  @Test("npy: every dtype, both orders, versions 1 to 3")
  func dtypes() throws {
    func expectMatrix(_ bytes: [UInt8], _ points: [Int], _ note: String) throws {
      let instance = try Self.read(bytes, name: "costs.npy")
      #expect(instance.problem.table.points.map(\.self) == points, "\(note)")
      #expect(instance.problem.menteeCount == 2, "\(note)")
      #expect(instance.problem.mentorCount == 3, "\(note)")
      #expect(instance.tolerance == nil, "\(note)")
    }
    let signed = [1, -2, 3, 4, 5, 6]
    let unsigned = [1, 2, 3, 4, 5, 255]
    let shape = "(2, 3)"
    try expectMatrix(Self.npy(signed.map { Int8($0) }, "|i1", shape: shape), signed, "i1")
    try expectMatrix(Self.npy(signed.map { Int16($0) }, "<i2", shape: shape), signed, "i2")
    try expectMatrix(Self.npy(signed.map { Int32($0) }, "<i4", shape: shape), signed, "i4")
    try expectMatrix(Self.npy(signed, "<i8", shape: shape), signed, "i8")
    try expectMatrix(Self.npy(unsigned.map { UInt8($0) }, "|u1", shape: shape), unsigned, "u1")
    try expectMatrix(Self.npy(unsigned.map { UInt16($0) }, "<u2", shape: shape), unsigned, "u2")
    try expectMatrix(Self.npy(unsigned.map { UInt32($0) }, "<u4", shape: shape), unsigned, "u4")
    try expectMatrix(Self.npy(unsigned.map { UInt64($0) }, "<u8", shape: shape), unsigned, "u8")
    try expectMatrix(Self.npy(signed.map { Float($0) }, "<f4", shape: shape), signed, "f4")
    try expectMatrix(
      Self.npy(signed.map { Double($0) }, "<f8", shape: shape, version: 3), signed, "f8")
    try expectMatrix(
      Self.npy([1, 4, -2, 5, 3, 6], "<i8", shape: shape, fortran: true, version: 2), signed,
      "fortran")
  }

  @Test("npy: reals lie on a grid, exact where the grid holds them")
  func reals() throws {
    let halves = try Self.read(Self.npy([0.5, 0.25], "<f8", shape: "(1, 2)"), .npy)
    #expect(halves.tolerance == nil)
    #expect(halves.total(of: [Pair(mentee: 0, mentor: 1)]).double == 0.25)
    let tenths = try Self.read(Self.npy([0.1, 1e6 / 3], "<f8", shape: "(2, 1)"), .npy)
    #expect((tenths.tolerance ?? 0) > 0)
    #expect((tenths.tolerance ?? 1) < 1e-6)
    #expect(tenths.total(of: [Pair(mentee: 0, mentor: 0)]).double == 0.1)
    let huge = try Self.read(Self.npy([1e300, 0.5], "<f8", shape: "(2, 1)"), .npy)
    #expect(huge.total(of: [Pair(mentee: 0, mentor: 0)]).double == 1e300)
  }

  @Test("npy: what cannot be read is named")
  func numpyFaults() {
    let four = [1, 2, 3, 4]
    let right = Self.npy(four, "<i8", shape: "(2, 2)")
    for (bytes, fault) in [
      (Array("hello, world".utf8), .magic), (Array(right.dropLast()), .size(31, expected: 32)),
      (right + [0], .size(33, expected: 32)),
      (Self.npy(four, "<i8", shape: "(4,)"), .dimensions(1, expected: 2)),
      (Self.npy(four, "<i8", shape: "(2, 2, 1)"), .dimensions(3, expected: 2)),
      (Self.npy(four, "<i8", shape: "()"), .dimensions(0, expected: 2)),
      (Self.npy(four, "|O", shape: "(2, 2)"), .dtype("O")),
      (Self.npy(four, ">i8", shape: "(2, 2)"), .dtype(">i8")),
      (Self.npy(four, "<c8", shape: "(2, 2)"), .dtype("c8")),
      (Self.npy(four, "<i8", shape: "(2, -2)"), .header),
      (Self.npy(four, "<i8", shape: "2"), .header),
      (Self.npy(four, "<i8", shape: "(9999999999, 9999999999)"), .size(32, expected: .max)),
      (Self.npy(four, "<i8", shape: "(2, 2)", version: 9), .version(9)),
      (Array(right.prefix(40)), .header),
    ] as [([UInt8], NumpyFault)] {
      #expect(Self.failure(bytes, .npy) == .numpy(fault))
    }
    #expect(
      Self.failure(Self.npy([1, .nan], "<f8", shape: "(1, 2)"), .npy)
        == .notFinite(FilePlace(path: "[0, 1]")))
    #expect(
      Self.failure(Self.npy([1, -Float.infinity], "<f4", shape: "(2, 1)"), .npy)
        == .notFinite(FilePlace(path: "[1, 0]")))
    #expect(
      Self.failure(Self.npy([1, UInt64.max], "<u8", shape: "(1, 2)"), .npy)
        == .tooLarge(FilePlace(path: "[0, 1]")))
    #expect(
      Self.failure(Self.npy([1, Int.min], "<i8", shape: "(1, 2)"), .npy)
        == .tooLarge(FilePlace(path: "[0, 1]")))
    #expect(
      Self.failure(Self.npy([1, 1e19], "<f8", shape: "(1, 2)"), .npy)
        == .tooLarge(FilePlace(path: "[0, 1]")))
    #expect(Self.failure([], .npy) == .empty)
  }

  @Test("npy: ten thousand damaged files: always a value or a typed error")
  func numpyFuzz() {
    let right = Self.npy([1, 2, 3, 4] as [Int16], "<i2", shape: "(2, 2)")
    var generator = SystemlessGenerator(state: 5)
    for _ in 0..<10_000 {
      var bytes = right
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        if Bool.random(using: &generator) {
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        } else {
          bytes.remove(at: place)
        }
      }
      #expect(Self.failure(bytes, .npy)?.text(in: .russian).isEmpty != true)
    }
  }

  @Test("csv: separators, decimal commas, blanks, byte order mark")
  func csv() throws {
    for text in [
      "1.5,,3\n4,5,6\n", "1.5;;3\r\n4;5;6\r\n", "1,5;;3\n4;5;6", "1,5\t\t3\n4\t5\t6\n\n",
      "\u{FEFF}\"1.5\", ,+3\n4,5.0,06\n",
    ] {
      let instance = try Self.read(Array(text.utf8), name: "m.csv")
      #expect(instance.problem.table.points == [15, 30, 40, 50, 60], "\(text)")
      #expect(instance.problem.table.points(of: Pair(mentee: 0, mentor: 1)) == nil, "\(text)")
      #expect(instance.problem.coverage == .everyMentee, "\(text)")
    }
    let column = try Self.read(Array("1\n\n3\n".utf8), .csv)
    #expect(column.problem.menteeCount == 3)
    #expect(column.problem.table.pairCount == 2)
    #expect(column.problem.coverage == .everyMentor)
    let odd = try Self.read(Array(".5,-.25,1.,-007\n".utf8), .csv)
    #expect(odd.problem.table.points == [50, -25, 100, -700])
  }

  @Test("csv: what is wrong is named with line, column and cell")
  func csvFaults() {
    func text(_ text: String) -> InstanceFileError? { Self.failure(Array(text.utf8), .csv) }
    #expect(text("1,2\n3\n") == .wrongCount(FilePlace(line: 2, column: 1), count: 1, expected: 2))
    #expect(text("1,2\n3,x\n") == .notANumber(FilePlace(line: 2, column: 3), found: "x"))
    #expect(text("1,2\n3,NaN\n") == .notFinite(FilePlace(line: 2, column: 3)))
    #expect(text("1,-inf\n") == .notFinite(FilePlace(line: 1, column: 3)))
    #expect(text("1,5;2,5,5\n") == .notANumber(FilePlace(line: 1, column: 5), found: "2,5,5"))
    #expect(text("\n\n") == .empty)
    #expect(
      text("1,2\n3,9223372036854775807\n")
        == .tooLarge(FilePlace(line: 2, column: 3, path: "[1, 1]")))
  }

  @Test("OR-Library: dense and sparse are told apart")
  func orlib() throws {
    let dense = Array(" 3\n 1 2 3\n 4 5 6\n 7 8 9\n".utf8)
    let instance = try Self.read(dense, name: "a.txt", sense: .minimize)
    #expect(instance.problem.table.points == [-1, -2, -3, -4, -5, -6, -7, -8, -9])
    #expect(instance.problem.coverage == .everyMentee)
    #expect(instance.total(of: [Pair(mentee: 2, mentor: 2)]).text == "9")
    let sparse = Array("4 \n 1 1 75\n 4 2 -3 \n".utf8)
    let table = try Self.read(sparse, name: "p.txt").problem.table
    #expect(table.pairCount == 2)
    #expect(table.points(of: Pair(mentee: 3, mentor: 1)) == -3)
    func sparseFailure(_ text: String) -> InstanceFileError? {
      Self.failure(Array(text.utf8), .orlibAssignSparse)
    }
    #expect(
      sparseFailure("2\n1 3 5\n")
        == .ordinalOutOfRange(FilePlace(line: 2, column: 3), number: 3, count: 2))
    #expect(
      sparseFailure("2\n1 1 5\n1 1 6\n")
        == .duplicatePair(FilePlace(line: 3, column: 1), Pair(mentee: 1, mentor: 1)))
    #expect(
      sparseFailure("2\n1 1\n") == .wrongCount(FilePlace(line: 2, column: 1), count: 2, expected: 3)
    )
    #expect(
      Self.failure(Array("2\n1 2 3\n".utf8), .orlibAssign)
        == .wrongCount(FilePlace(line: 3, column: 1), count: 3, expected: 4))
    #expect(
      Self.failure(Array("2\n1 2 3 4 5\n".utf8), .orlibAssign)
        == .wrongCount(FilePlace(line: 2, column: 9), count: 5, expected: 4))
    #expect(
      Self.failure(Array("x\n".utf8), .orlibAssign)
        == .notANumber(FilePlace(line: 1, column: 1), found: "x"))
  }

  @Test("OR-Library: generalised assignments, jobs as mentees")
  func generalisedAssignment() throws {
    let text = "2 3\n1 2 3\n4 5 6\n7 8 9 10 11\n12 20 30"
    let instance = try Self.read(Array(text.utf8), .orlibGap, sense: .minimize)
    let problem = instance.problem
    #expect((problem.menteeCount, problem.mentorCount) == (3, 2))
    #expect(problem.coverage == .everyMentee)
    #expect(problem.mentors.allSatisfy { $0.capacity == 3 })
    #expect(problem.table.points(of: Pair(mentee: 2, mentor: 1)) == -6)
    #expect(problem.hours.limits == [0: 20, 1: 30])
    #expect(problem.hours.hours(of: Pair(mentee: 2, mentor: 0)) == 9)
    #expect(problem.hours.hours(of: Pair(mentee: 0, mentor: 1)) == 10)
    #expect(Self.failure([], .orlibGap) == .empty)
    #expect(
      Self.failure(Array("2 3\n1 2".utf8), .orlibGap)
        == .wrongCount(FilePlace(line: 2, column: 4), count: 2, expected: 14))
    #expect(
      Self.failure(Array((text + " 9").utf8), .orlibGap)
        == .wrongCount(FilePlace(line: 5, column: 10), count: 15, expected: 14))
    #expect(
      Self.failure(Array("1 1\n4\n-1\n5".utf8), .orlibGap)
        == .negative(FilePlace(line: 3, column: 1)))
    #expect(
      Self.failure(Array("1 1\n4\nx\n5".utf8), .orlibGap)
        == .notANumber(FilePlace(line: 3, column: 1), found: "x"))
    #expect(
      Self.failure(Array("1000000 1000000".utf8), .orlibGap)
        == .tooLarge(FilePlace(line: 1, column: 1)))
  }

  @Test("capacities come as lines or as npy, and decide the side that is served whole")
  func capacities() throws {
    #expect(try InstanceReader.readCapacities(Data("2\n0\r\n 3 \n".utf8)) == [2, 0, 3])
    #expect(
      try InstanceReader.readCapacities(Data(Self.npy([2, 3] as [Int32], "<i4", shape: "(2,)")))
        == [2, 3])
    #expect(throws: InstanceFileError.negative(FilePlace(line: 2, column: 1))) {
      try InstanceReader.readCapacities(Data("2\n-1\n".utf8))
    }
    #expect(throws: InstanceFileError.fractional(FilePlace(line: 1, column: 1))) {
      try InstanceReader.readCapacities(Data("2.5\n".utf8))
    }
    let matrix = Array("1,2\n3,4\n5,6\n".utf8)
    #expect(try Self.read(matrix, .csv, capacities: [1, 1]).problem.coverage == .everyMentor)
    #expect(try Self.read(matrix, .csv, capacities: [1, 2]).problem.coverage == .everyMentee)
    #expect(
      throws: InstanceFileError.wrongCount(
        FilePlace(path: "capacities"), count: 1, expected: 2)
    ) { try Self.read(matrix, .csv, capacities: [1]) }
  }

  @Test("files that are not there or not known")
  func files() {
    #expect(throws: InstanceFileError.missingFile("/nowhere/x.json")) {
      try InstanceReader().read(path: "/nowhere/x.json")
    }
    #expect(throws: InstanceFileError.unknownFormat("x.doc")) {
      try InstanceReader().read(Data([1, 2]), name: "x.doc")
    }
  }

  @Test("lines of a stream in small chunks, without and with a last break")
  func lines() throws {
    let pipe = Pipe()
    let long = String(repeating: "x", count: 1000)
    try pipe.fileHandleForWriting.write(contentsOf: Data("a\r\n\n\(long)\nend".utf8))
    try pipe.fileHandleForWriting.close()
    let reader = LineReader(
      descriptor: pipe.fileHandleForReading.fileDescriptor, chunkSize: 7)
    let lines = Array(reader)
    #expect(lines.map(\.number) == [1, 2, 3, 4])
    #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "", long, "end"])
    #expect(lines[1].isBlank)
    #expect(reader.failure == nil)
  }
}
