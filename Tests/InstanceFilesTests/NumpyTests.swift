import Foundation
import InstanceFiles
import Problems
import Testing

/// A file that is gone when the test is over.
struct TemporaryFile: ~Copyable {
  let path: String

  init(_ bytes: [UInt8], extension name: String = "npy") throws {
    path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).\(name)").path
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite(".npy files")
struct NumpyTests {
  private func width(_ points: Points) -> String {
    switch points.cells {
    case .uint8: "u1"
    case .uint16: "u2"
    case .int32: "i4"
    case .int64: "i8"
    case .double: "f8"
    case .scores: "scores"
    }
  }

  @Test("cells are as narrow as the file, or as the numbers of a file of another width")
  func widths() throws {
    func expect<Cell: BitwiseCopyable>(
      _ cells: [Cell], _ descr: String, _ expected: String
    ) throws {
      let bytes = FormatTests.npy(cells, descr, shape: "(1, \(cells.count))")
      let instance = try FormatTests.read(bytes, .npy, sense: .minimize)
      let points = instance.problem.table.points
      #expect(width(points) == expected, "\(descr) \(cells)")
      #expect(points.isNegated)
    }
    try expect([3, 4] as [UInt8], "|u1", "u1")
    try expect([3, 4] as [UInt16], "<u2", "u2")
    try expect([3, 4] as [Int32], "<i4", "i4")
    try expect([3, 127] as [Int8], "|i1", "u1")
    try expect([3, -128] as [Int8], "|i1", "i4")
    try expect([3, 300] as [Int16], "<i2", "u2")
    try expect([3, 1 << 31] as [UInt32], "<u4", "i8")
    try expect([0, 70_000], "<i8", "i4")
    try expect([0, 1 << 40], "<i8", "i8")
    try expect([0, 255] as [UInt64], "<u8", "u1")
    try expect([0, 65_535] as [Float], "<f4", "u2")
    try expect([-1, 3] as [Double], "<f8", "i4")
    try expect([0.5, 3] as [Double], "<f8", "f8")
    try expect([] as [Double], "<f8", "u1")
  }

  @Test("matrices longer than what is read at once, in both orders, from files and from memory")
  func chunks() throws {
    for (rows, columns) in [(1100, 500), (3, 200_000), (200_000, 3), (600_000, 1), (1, 600_000)] {
      let count = rows * columns
      for isTransposed in [false, true] {
        func read<Cell: BitwiseCopyable>(
          _ descr: String, _ cell: (Int) -> Cell
        ) throws -> [Instance] {
          let bytes = FormatTests.npy(
            (0..<count).map(cell), descr, shape: "(\(rows), \(columns))", fortran: isTransposed)
          let file = try TemporaryFile(bytes)
          let reader = InstanceReader(sense: .maximize)
          let instances = [
            try reader.read(path: file.path), try reader.read(Data(bytes), name: "x.npy"),
          ]
          for instance in instances { #expect(instance.hash == ContentHash(of: bytes)) }
          return instances
        }
        func number(_ index: Int) -> Int { index &* 7919 % 9973 }
        let integers = try read("<i4") { Int32(number($0)) }
        let wide = try read("<i8") { number($0) }
        let whole = try read("<f4") { Float(number($0)) }
        for instance in integers + wide + whole {
          let points = instance.problem.table.points
          let isRight = (0..<count).allSatisfy { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            return points[index] == number(isTransposed ? column * rows + row : index)
          }
          #expect(isRight, "\(rows) × \(columns), \(isTransposed)")
        }
      }
    }
  }

  @Test("a file of nothing but line ends still has the hash of all its bytes")
  func lineEnds() throws {
    let bytes = FormatTests.npy(
      [UInt8](repeating: 10, count: 1_200_000), "|u1", shape: "(1200, 1000)")
    let file = try TemporaryFile(bytes)
    let hash = try InstanceReader().read(path: file.path).hash
    #expect(hash == ContentHash(of: bytes))
    #expect(hash.text == ContentHash(of: bytes).text)
    #expect(hash.isNamed(by: ContentHash(of: bytes.dropLast(1_200_001) + []).text))
  }

  @Test("reals are given back from the file, row by row")
  func reals() throws {
    let cells = [0.1, 1.0 / 3, 2, 1e-9, .leastNonzeroMagnitude, -0.7]
    for isTransposed in [false, true] {
      let bytes = FormatTests.npy(cells, "<f8", shape: "(2, 3)", fortran: isTransposed)
      let file = try TemporaryFile(bytes)
      for instance in [
        try InstanceReader().read(path: file.path),
        try InstanceReader().read(Data(bytes), name: "x.npy"),
      ] {
        #expect(instance.tolerance != nil)
        for index in cells.indices {
          let pair = Pair(mentee: index / 3, mentor: index % 3)
          let place = isTransposed ? pair.mentor * 2 + pair.mentee : index
          #expect(instance.total(of: [pair]).double == cells[place])
        }
      }
    }
    let single = FormatTests.npy([0.1, 3] as [Float], "<f4", shape: "(1, 2)")
    let file = try TemporaryFile(single)
    let instance = try InstanceReader().read(path: file.path)
    #expect(instance.total(of: [Pair(mentee: 0, mentor: 0)]).double == Double(0.1 as Float))
  }

  @Test("of a file that changed after it was read, the numbers that were read are given back")
  func changedReals() throws {
    let cells = [0.1, 0.2]
    let file = try TemporaryFile(FormatTests.npy(cells, "<f8", shape: "(1, 2)"))
    let instance = try InstanceReader().read(path: file.path)
    let handle = try #require(FileHandle(forWritingAtPath: file.path))
    try handle.truncate(atOffset: 128)
    try handle.seek(toOffset: 128)
    try handle.write(contentsOf: [5.5].withUnsafeBytes { Data($0) })
    try handle.close()
    for (mentor, cell) in cells.enumerated() {
      let total = instance.total(of: [Pair(mentee: 0, mentor: mentor)]).double
      #expect(abs(total - cell) < 1e-9)
    }
  }

  @Test("the first wrong cell is named row by row, in both orders")
  func wrongCells() {
    let cells = [1, 2, .nan, 4, .infinity, 6]
    for (isTransposed, place) in [(false, "[0, 2]"), (true, "[0, 1]")] {
      let bytes = FormatTests.npy(cells, "<f8", shape: "(2, 3)", fortran: isTransposed)
      #expect(FormatTests.failure(bytes, .npy) == .notFinite(FilePlace(path: place)))
    }
    // Costs of −2⁶³ would be points beyond 64 bits.
    let least = FormatTests.npy([1, Int.min], "<i8", shape: "(1, 2)")
    #expect(throws: InstanceFileError.tooLarge(FilePlace(path: "[0, 1]"))) {
      try FormatTests.read(least, .npy, sense: .minimize)
    }
  }

  @Test("folders are no files, pipes are read to their end")
  func sources() throws {
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: InstanceFileError.unreadableFile(folder)) {
      try InstanceReader(format: .npy).read(path: folder)
    }
    #expect(throws: InstanceFileError.empty) { try InstanceReader().read(path: "/dev/null") }
    let pipe = Pipe()
    let bytes = FormatTests.npy([1, 2] as [UInt8], "|u1", shape: "(1, 2)")
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    let instance = try InstanceReader().read(path: "/dev/fd/\(descriptor)")
    #expect(instance.problem.table.points == [-1, -2])
    #expect(instance.hash == ContentHash(of: bytes))
  }
}
