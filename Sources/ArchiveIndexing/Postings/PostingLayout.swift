/// How postings are written: the sizes and marks that writer and reader share. Numbers are little-endian, nothing is aligned.
///
/// A part of postings says of a text at which offsets each pair of neighbouring characters begins. A character is named by its *key*:
/// its scalar value; 0x110000 for U+0000; 0x110000 + b for a byte b that is no part of well-formed UTF-8, which is a character of its own.
/// The last character of a piece is paired with key 0. In order the part holds, for each first character in the order of keys,
///
///     lists of the first character, in the order of second characters
///     directory of the first character
///
/// and behind the last of them
///
///     table of first characters: an entry of 24 bytes each
///     trailer: 32 bytes
///
/// **A list** of n offsets, ascending, is stored as gaps: the first offset, then each offset less the one before less 1. A gap takes 1 to 4
/// bytes. If n is 1, the list is the bytes of its gap. Otherwise it is cut into blocks of 256 gaps, the last may be shorter. A block of m gaps:
///
///     (m + 3) / 4 control bytes: two bits a gap, the lowest first, the number of its bytes less 1; unused bits are 0
///     the bytes of the gaps, one behind the other
///
/// and behind the last block, for each block but the first, 8 bytes: UInt32 the last offset before the block plus 1, UInt32 where the block
/// begins, counted from the beginning of the list.
///
/// **A directory** of k second characters has a step for each 64th entry but the first, that is (k - 1) / 64 steps of 12 bytes: UInt32 the key
/// of the entry before, UInt32 where the entry begins, counted from the end of the steps, UInt32 where its list begins, counted from the first
/// list of the first character. Then the entries, in varints (seven bits a byte, the lowest first; the high bit says that more follow):
///
///     the key less the key of the entry before (of the first: the key)
///     if the list has one offset: the number of its bytes less 1, that is 0 to 3
///     otherwise: n + 2, and the number of bytes of all its gaps less n
///
/// **An entry of the table**: UInt32 key, UInt32 number of offsets in all its lists, UInt32 number of second characters, UInt32 bytes of
/// its lists, UInt64 where its lists begin, from the beginning of the part. The directory ends where the lists of the next entry begin, the last
/// one where the table begins.
///
/// **The trailer**: the bytes `WENPAIRS`, UInt32 version, UInt32 number of entries in the table, UInt64 where the table begins, UInt64 number of
/// all offsets.
enum PostingLayout {
    static let version: UInt32 = 1
    /// `WENPAIRS` as a little-endian number.
    static let mark: UInt64 = 0x5352_4941_504E_4557
    static let trailerSize = 32
    static let tableEntrySize = 24
    /// The gaps of a block.
    static let block = 256
    static let skipSize = 8
    /// The entries of a directory from one step to the next.
    static let stride = 64
    static let stepSize = 12
    /// The most bytes that the encoding of a block takes, with what a store of four bytes writes behind it.
    static let longestBlock = block / 4 + block * 4 + 4
    /// The longest text, so that no sum of an offset and a literal's width overflows 32 bits.
    static let longestText = 0x7FFF_FFFF

    /// The bytes of the skips of a list of `count` offsets.
    @inline(__always)
    static func skipBytes(_ count: Int) -> Int { count > block ? (count - 1) / block * skipSize : 0 }

    /// The control bytes of a list of `count` offsets.
    @inline(__always)
    static func controlBytes(_ count: Int) -> Int { count == 1 ? 0 : (count + 3) / 4 }
}
