import DataFiles
import Language
import Testing

/// The tokens of each sentence, a space between.
func segments(_ text: String, _ language: String = "id") throws -> [String] {
  try TextSegmenter(language, data: .embedded).sentences(in: text)
    .map { $0.tokens.map(\.form).joined(separator: " ") }
}

/// The syntactic words of a text, a space between.
func syntacticWords(_ text: String, _ language: String = "id") throws -> String {
  try TextSegmenter(language, data: .embedded).sentences(in: text)
    .flatMap { $0.tokens.flatMap(\.words) }.joined(separator: " ")
}

@Suite struct `Cutting Indonesian text into sentences` {
  @Test(arguments: [
    ("Ia tiba Selasa (18/6/2024). Rapat selesai.", 2),
    ("Menurut Dr. Sutomo, Ir. Soekarno lahir tahun 1901. Ia wafat pada 1970.", 2),
    ("Rapat dihadiri A. H. Nasution. Dia diam.", 2),
    ("Harga naik 5.000 menjadi Rp1,5 triliun. Pemerintah diam.", 2),
    ("Hal itu diatur Peraturan No. 5 dan No. XI. Aturan itu berlaku.", 2),
    ("Mereka menjual buah, sayur, dll. Pasar itu ramai.", 1),
    ("Mereka menjual buah, sayur, dll. Namun pasar itu sepi.", 2),
    ("“Kami siap.” Ia lalu pergi.", 2),
    ("“Kami siap,” kata Putin. “Kami menang.”", 2),
    ("\"Siapa dia?\" tanya Putin. Tak ada jawaban.", 2),
    ("Bisnis.com, JAKARTA - Presiden Rusia tiba. Ia disambut.", 2),
    ("JAKARTA, KOMPAS.com – Presiden Rusia tiba. Ia disambut.", 2),
    ("TEMPO.CO, Jakarta - Presiden Rusia tiba.", 1),
    ("Korut Luncurkan Rudal\nKorea Utara meluncurkan rudal.", 2),
    ("Baca Juga\nPutin Tiba di Pyongyang\nPutin tiba.", 3),
    ("1. Rusia mundur.\n2. Ukraina maju.", 2),
    ("Syaratnya: 1. Rusia mundur; 2. Ukraina maju.", 1),
    ("Tidak... belum tentu. Lihat saja nanti…", 2),
    ("Ia berkunjung pada 2024. (Ahmad/Reuters)", 1),
    ("Ia pergi. (Ia tidak kembali.) Mereka menunggu.", 3),
    ("Rapat itu... Presiden tidak hadir.", 2),
    ("Ia tiba di Kyiv.Presiden menyambutnya.", 2), ("Ia membaca KOMPAS.Com hari ini.", 1),
    ("Siapa yang salah? saya tidak tahu.", 2),
    ("", 0), (" \n\t\u{FEFF}\u{200B}", 0), ("...", 1),
  ])
  func `finds as many as there are`(text: String, count: Int) throws {
    let found = try segments(text)
    #expect(found.count == count, "\(found)")
  }
}

@Suite struct `A language` {
  @Test func `without tables is an error that names the first file that lacks`() {
    #expect(throws: DataError.missing(path: "xx/abbreviations.tsv")) {
      try TextSegmenter("xx", data: .embedded)
    }
  }
}

@Suite struct `Cutting English text into sentences` {
  @Test(arguments: [
    ("Mr. Biden met Gen. Austin at 5 p.m. on Monday. They talked.", 2),
    ("The U.S. Congress met. It voted.", 2),
    ("He went to the U.S. The visit was short.", 2),
    ("Inflation hit 3.5 percent in Sept. 2023. Prices fell.", 2),
    ("\"We are ready.\" He left.", 2),
    ("“Why?” he asked. Nobody knew.", 2),
    ("WASHINGTON (AP) — The president left. He was tired.", 2),
    ("John F. Kennedy Jr. spoke. J. R. R. Tolkien listened.", 2),
    ("Apple Inc. said so. It grew, etc.", 2),
    ("Russia Fires Missiles\nRussia fired missiles at Kyiv.", 2),
  ])
  func `finds as many as there are`(text: String, count: Int) throws {
    let found = try segments(text, "en")
    #expect(found.count == count, "\(found)")
  }

  @Test func `the last dot of an abbreviation ends its sentence`() throws {
    #expect(try segments("He left at 5 p.m.", "en") == ["He left at 5 p.m ."])
    #expect(try segments("The U.S. left.", "en") == ["The U.S. left ."])
  }
}

@Suite struct `Tokens` {
  @Test(arguments: [
    ("pada Selasa (18/6/2024), ia", "pada Selasa ( 18/6/2024 ) , ia"),
    ("Rabu (14/2) pukul 10.30", "Rabu ( 14/2 ) pukul 10.30"),
    ("pada 19-20 Juni 2024", "pada 19 - 20 Juni 2024"),
    ("tanggal 2024-06-18", "tanggal 2024-06-18"),
    ("anak-anak undang-undang Undang-Undang", "anak-anak undang-undang Undang-Undang"),
    ("perang Rusia-Ukraina, AS-Korsel", "perang Rusia - Ukraina , AS - Korsel"),
    ("Kim Jong-Un Al-Assad APBN-P ke-5 1990-an", "Kim Jong-Un Al-Assad APBN-P ke-5 1990-an"),
    ("Rp1,5 triliun dan US$100 juta", "Rp 1,5 triliun dan US $ 100 juta"),
    ("sebesar 5,3% atau 40km", "sebesar 5,3 % atau 40 km"),
    ("dan/atau TNI/Polri", "dan / atau TNI / Polri"),
    ("lihat https://www.bisnis.com/a?b=1. Ia", "lihat https://www.bisnis.com/a?b=1 . Ia"),
    ("surat@kawat.co.id, www.un.org!", "surat@kawat.co.id , www.un.org !"),
    ("\"Ya!?\" katanya...", "\" Ya !? \" katanya ..."),
    ("Jum'at Ma’ruf", "Jum'at Ma’ruf"),
    ("😀👍🏽👨‍👩‍👧🇮🇩🇷🇺 ok", "😀 👍🏽 👨‍👩‍👧 🇮🇩 🇷🇺 ok"),
    ("kota\u{00A0}Kyiv\u{200B}baru", "kota Kyiv baru"),
  ])
  func `of Indonesian`(text: String, tokens: String) throws {
    #expect(try segments(text).joined(separator: " ") == tokens)
  }

  @Test(arguments: [
    ("a well-known anti-war group", "a well - known anti-war group"),
    ("at 5pm for $21,000 (£3.5bn)", "at 5 pm for $ 21,000 ( £ 3.5 bn )"),
    ("call 713-853-3989 on 11/28/2000", "call 713-853-3989 on 11/28/2000"),
    ("UN-backed 14.3billion USD5m", "UN - backed 14.3 billion USD 5 m"),
    ("U.S.-led, AT&T :) !!", "U.S. - led , AT&T :) !!"),
  ])
  func `of English`(text: String, tokens: String) throws {
    #expect(try segments(text, "en").joined(separator: " ") == tokens)
  }
}

@Suite struct `Syntactic words` {
  @Test(arguments: [
    ("rumahnya", "rumah nya"), ("hanya", "hanya"), ("Kenya", "Kenya"), ("tanya", "tanya"),
    ("ditanya", "ditanya"), ("punya", "punya"), ("katanya", "kata nya"),
    ("Apakah", "Apa kah"), ("inilah", "ini lah"), ("adalah", "adalah"), ("sekolah", "sekolah"),
    ("ataupun", "atau pun"), ("maupun", "maupun"), ("himpun", "himpun"), ("Hizbullah", "Hizbullah"),
    ("kepadaku", "kepada ku"), ("buku", "buku"), ("Maluku", "Maluku"), ("bagimu", "bagi mu"),
    ("ilmu", "ilmu"), ("naskah", "naskah"), ("APBD-nya", "APBD - nya"),
    ("hamba-Nya", "hamba- Nya"), ("kuambil", "kuambil"), ("kauambil", "kauambil"),
    ("anak-anaknya", "anak-anak nya"), ("Turki-lah", "Turki - lah"), ("al-Balah", "al-Balah"),
  ])
  func `of Indonesian tokens`(token: String, words: String) throws {
    #expect(try syntacticWords(token) == words)
  }

  @Test(arguments: [
    ("don't", "do n't"), ("DON'T", "DO N'T"), ("can’t", "ca n’t"), ("Israel’s", "Israel ’s"),
    ("Russia's", "Russia 's"), ("cannot", "can not"), ("gonna", "gon na"), ("I've", "I 've"),
    ("they'll", "they 'll"), ("dunno", "du n no"), ("o'clock", "o'clock"), ("its", "its"),
    ("1990's", "1990 's"),
  ])
  func `of English tokens`(token: String, words: String) throws {
    #expect(try syntacticWords(token, "en") == words)
  }

  @Test func `the words of a token share out its span`() throws {
    let sentence = try #require(
      try TextSegmenter("id", data: .embedded).sentences(in: "di rumahnya.").first)
    #expect(sentence.tokens.map(\.span) == [0..<2, 3..<11, 11..<12])
    #expect(sentence.tokens[1].wordSpans == [3..<8, 8..<11])
  }
}
