import Documents

/// What a question that is known before anything is read makes of reading: only lines in which certain bytes stand are asked for,
/// paragraphs or not.
///
/// A reader may leave out lines without them, and articles without such a line. Then the shard is no image of the file: numbers, addresses,
/// line numbers and sections are those of what was kept, and stray lines are not counted. What is kept is of the kind that it is in the
/// whole: a paragraph, a title, a heading or head matter. A reader may also keep more, or ignore it.
public struct ArticleRestriction: Sendable {
    /// Where in a stretch of a text what is asked for first begins; nil where it does not.
    let first: @Sendable (Text, Range<Int>) -> Int?

    /// A restriction to lines in which something stands that `first` finds: the offset in the range where it first begins, even where
    /// it ends behind the range; nil where it does not. Called by several threads.
    public init(first: @escaping @Sendable (_ text: Text, _ range: Range<Int>) -> Int?) { self.first = first }
}
