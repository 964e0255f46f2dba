import DataFiles
import Language
import Testing

@Suite struct `Telling languages apart` {
  private func answers(_ texts: [String]) throws -> [String: String] {
    let identifier = try LanguageIdentifier(data: .embedded)
    return Dictionary(
      uniqueKeysWithValues: texts.map { ($0, identifier.language(of: $0) ?? "unknown") })
  }

  @Test func `Indonesian headlines are Indonesian`() throws {
    let texts = [
      "AS Tuding Korut Kirim Rudal", "Putin Tiba di Pyongyang Hari Ini",
      "PBB Kecam Serangan ke Gaza", "RI Kirim Bantuan ke Palestina",
      "Jokowi Bertemu Zelensky di Kyiv", "KORUT LUNCURKAN RUDAL BALISTIK",
      "Menlu China akan Kunjungi Jakarta", "Rusia dan Ukraina Tukar Tahanan Perang",
      "Iran ancam balas serangan Israel", "Malaysia protes kapal China di Laut Natuna",
    ]
    #expect(try answers(texts) == Dictionary(uniqueKeysWithValues: texts.map { ($0, "id") }))
  }

  @Test func `English headlines are English`() throws {
    let texts = [
      "Putin arrives in Pyongyang for talks", "US accuses North Korea of sending missiles",
      "UN condemns attack on Gaza", "Indonesia sends aid to Palestinians",
      "Biden and Xi to meet in Bali", "NORTH KOREA FIRES BALLISTIC MISSILE",
      "Israel rejects ceasefire proposal by Hamas", "Turkey blocks Sweden's bid to join NATO",
      "Iran vows to retaliate after strike", "Thousands protest in Yangon against coup",
    ]
    #expect(try answers(texts) == Dictionary(uniqueKeysWithValues: texts.map { ($0, "en") }))
  }

  @Test func `other languages, digits and nothing are unknown`() throws {
    let texts = [
      "", "   ", "12345 678 90", "...", "😀😀😀", "Kim Jong Un", "asdf qwer zxcv",
      "Die Regierung hat am Montag neue Sanktionen gegen Russland beschlossen.",
      "Le président français rencontre son homologue chinois à Pékin.",
      "El presidente de México rechaza las acusaciones de Estados Unidos.",
      "O presidente do Brasil visita a China na próxima semana.",
      "Il presidente del Consiglio incontra il papa in Vaticano.",
      "De minister van Buitenlandse Zaken reist naar Oekraïne.",
      "Statsministern träffar president Zelenskyj på måndag.",
      "Sinabi ng pangulo na hindi siya magbibitiw.",
      "Cumhurbaşkanı yarın Almanya'ya gidecek.", "Prezydent Polski spotkał się z kanclerzem.",
      "Rais wa Kenya akutana na waziri mkuu wa Uingereza.", "Путин прибыл в Пекин с визитом.",
      "الرئيس يزور الصين", "习近平会见普京", "Tổng thống Mỹ thăm Việt Nam",
    ]
    #expect(try answers(texts) == Dictionary(uniqueKeysWithValues: texts.map { ($0, "unknown") }))
  }

  @Test func `a foreign quotation does not change an article's language`() throws {
    let text = "Presiden mengatakan \"the show must go on\" kepada wartawan di Jakarta pada Senin."
    #expect(try answers([text]) == [text: "id"])
  }
}
