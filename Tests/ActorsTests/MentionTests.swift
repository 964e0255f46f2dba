import Actors
import Language
import Ontology
import Testing

@Suite struct `Mentions of a sentence` {
  @Test(arguments: [
    ("Presiden Rusia Vladimir Putin tiba.", "RUS/GOV/vladimir-putin=Presiden Rusia Vladimir Putin"),
    ("Presiden Rusia tiba.", "RUS/GOV/vladimir-putin=Presiden Rusia"),
    ("Kementerian Pertahanan Rusia membantah.", "RUS/GOV=Kementerian Pertahanan Rusia"),
    ("Pasukan Rusia mundur.", "RUS/MIL=Pasukan Rusia"),
    ("Korut mengecam AS.", "PRK=Korut"),
    ("Polisi Surabaya menahan dia.", "IDN/COP=Polisi Surabaya"),
    ("Parlemen Swiss bersidang.", "CHE/LEG=Parlemen Swiss"),
    ("Mahkamah Agung Israel menolak.", "ISR/JUD=Mahkamah Agung Israel"),
    ("Menlu Retno Marsudi berpidato.", "IDN/GOV/retno-marsudi=Menlu Retno Marsudi"),
  ])
  func `role, owner and name are one phrase in Indonesian`(text: String, wanted: String) throws {
    #expect(try Loaded.shared.get().keys(text, "id").contains(wanted))
  }

  @Test(arguments: [
    ("The Russian president left.", "RUS/GOV/vladimir-putin=The Russian president"),
    ("Russia's defence ministry denied it.", "RUS/GOV=Russia 's defence ministry"),
    ("Russian forces withdrew.", "RUS/MIL=Russian forces"),
    ("The prime minister of Nepal resigned.", "NPL/GOV=The prime minister of Nepal"),
    ("Police in Harare fired tear gas.", "ZWE/COP=Police in Harare"),
    ("Hamas freed two hostages.", "PSE/REB/hamas=Hamas"),
    ("Brussels raised tariffs.", "EUR=Brussels"),
  ])
  func `role, owner and name are one phrase in English`(text: String, wanted: String) throws {
    let keys = try Loaded.shared.get().keys(text, "en")
    #expect(keys.contains { $0 == wanted || $0.hasPrefix(wanted.split(separator: "=")[0]) })
  }

  @Test(arguments: [
    ("id", "China dan Rusia mengecam keputusan itu.", ["CHN", "RUS"]),
    ("id", "Presiden AS dan Korsel bertemu.", ["USA/GOV", "KOR/GOV"]),
    ("id", "Pemerintah dan militer Myanmar membantah.", ["MMR/GOV", "MMR/MIL"]),
    ("en", "Russian and Belarusian soldiers marched.", ["RUS/MIL", "BLR/MIL"]),
  ])
  func `a compound is several actors`(language: String, text: String, wanted: [String]) throws {
    let found = try Loaded.shared.get().mentions(text, language, on: nil)
      .compactMap { $0.1.key?.rawValue }
    #expect(wanted.allSatisfy { found.contains($0) }, "\(found)")
  }

  @Test func `the members of a compound share its words`() throws {
    let found = try Loaded.shared.get()
      .mentions("Russian and Belarusian soldiers marched.", "en", on: nil).map(\.1)
    let military = found.filter { $0.sectors == ["MIL"] }
    #expect(military.count == 2)
    #expect(Set(military.map(\.words)).count == 1)
  }

  @Test func `an apposition is one actor`() throws {
    let keys = try Loaded.shared.get().keys(
      "Sergei Lavrov, Menteri Luar Negeri Rusia, tiba di Jakarta.", "id")
    #expect(keys.first == "RUS/GOV/sergey-lavrov=Sergei Lavrov , Menteri Luar Negeri Rusia")
  }

  @Test func `a title before an unknown name makes a new key`() throws {
    let keys = try Loaded.shared.get().keys(
      "Juru bicara Kementerian Luar Negeri Peru Xaver Quintana membantah.", "id")
    #expect(keys.contains { $0.hasPrefix("PER/GOV/xaver-quintana=") }, "\(keys)")
  }

  @Test func `a mention that nobody knows keeps its words`() throws {
    let found = try Loaded.shared.get().mentions(
      "Xaver Quintana met reporters.", "en", on: nil
    ).map(\.1)
    let unknown = found.first { $0.name.contains("Quintana") }
    #expect(unknown?.kind == .unknown)
    #expect(unknown?.key == nil)
  }

  @Test(arguments: [
    ("id", "Harga barang naik as roda patah.", "USA"),
    ("en", "They told us about turkey as a dish.", "TUR"),
    ("en", "They told us about turkey as a dish.", "USA"),
    ("en", "A pro-Russian party won.", "RUS"),
  ])
  func `words that only look like states are none`(language: String, text: String, code: String)
    throws
  {
    let keys = try Loaded.shared.get().keys(text, language)
    #expect(!keys.contains { $0.hasPrefix(code) }, "\(keys)")
  }

  @Test func `a capital stands for a government, a place it is not`() throws {
    let loaded = try Loaded.shared.get()
    let kinds = loaded.mentions("Pyongyang mengecam latihan itu.", "id", on: nil).map(\.1.kind)
    #expect(kinds.contains(.metonym))
  }
}

@Suite struct `Persons on a day` {
  @Test(arguments: [
    ("2009-01-01", "RUS/GOV/vladimir-putin"), ("1999-01-01", "RUS/SPY/vladimir-putin"),
    ("2022-03-01", "RUS/GOV/vladimir-putin"),
  ])
  func `the role of the day gives the sector`(day: String, wanted: String) throws {
    let keys = try Loaded.shared.get().keys("Vladimir Putin spoke.", "en", on: Day(day))
    #expect(keys == ["\(wanted)=Vladimir Putin"])
  }

  @Test func `out of office one is a former official`() throws {
    let loaded = try Loaded.shared.get()
    let keys = loaded.keys("Barack Obama spoke.", "en", on: Day("2019-05-01"))
    #expect(keys == ["USA/ELI/barack-obama=Barack Obama"])
  }

  @Test func `without a day the role held longest is taken and said to be undated`() throws {
    let found = try Loaded.shared.get().mentions("Vladimir Putin spoke.", "en", on: nil)
    #expect(found.first?.1.sectors == ["GOV"])
    #expect(found.first?.1.reason.hasPrefix("undated") == true)
  }

  @Test func `mantan puts a person out of office`() throws {
    let keys = try Loaded.shared.get().keys("Mantan Presiden AS Donald Trump hadir.", "id")
    #expect(keys.contains { $0.hasPrefix("USA/ELI/donald-trump") })
  }
}
