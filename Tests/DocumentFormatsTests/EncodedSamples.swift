import Glibc

@testable import DocumentFormats

/// Bytes of a text in an encoding, made by the C library, and nothing of ours.
func encoded(_ text: String, _ name: String) -> [UInt8] {
    guard let state = iconv_open(name, "UTF-8"), Int(bitPattern: state) != -1 else { return [] }
    defer { iconv_close(state) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let written = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            var left = source.count
            var room = target.count
            let result = iconv(state, &from, &left, &to, &room)
            return result == -1 ? 0 : target.count - room
        }
    }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
}

/// The encodings that are told from bytes alone, with what the C library calls them.
let foreignEncodings: [(encoding: TextEncoding, name: String)] = [
    (.gb18030, "GB18030"), (.big5, "CP950"), (.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE"),
]

/// A short article in traditional characters.
let traditionalArticle = """
    ### 上海市積極探索社區黨建的思考
    作者
    1999-10-12
    第11版(黨的建設)
    專欄：

    　　今後一個時期，我們應當著重做好以下幾項工作：加強社區黨的組織，發揮黨員的作用；關心群眾的生活，為人民服務。
    　　改革開放以來，這個國家的經濟有了很大的發展。約翰‧甘迺迪說：「不要問國家能為你做什麼。」
    """

/// A generator of numbers that are the same on every machine.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func roll(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % below
    }
}
