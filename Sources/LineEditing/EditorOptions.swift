/// The keys of the editor.
public enum KeyMode: Hashable, Sendable {
    /// Emacs's: Ctrl-A, Alt-F and the like.
    case emacs
    /// vi's: typing at first, commands after Escape.
    case vi
}

/// The few sentences the editor says itself, so that the caller can say them in another language.
public struct EditorWording: Sendable {
    /// Asked before more candidates are listed than fit the screen; answered by y or n.
    public var listAll: @Sendable (Int) -> String
    /// Said below a list without summaries: another Tab shows them.
    public var listAgain: String
    /// Asked where a list goes on: a blank shows more, `q` ends it.
    public var listMore: String
    /// The prompt of the search through history.
    public var search: String
    /// The same, where nothing is found.
    public var searchFailed: String
    /// Said once where the history cannot be written; the reason is added.
    public var historyNotKept: String

    /// The English wording, unless told otherwise.
    public init(
        listAll: @escaping @Sendable (Int) -> String = { "show all \($0) candidates? (y/n) " },
        listAgain: String = "Tab again: what each is", listMore: String = "more: space, end: q ",
        search: String = "search: ", searchFailed: String = "not found: ",
        historyNotKept: String = "history is not kept: "
    ) {
        self.listAll = listAll
        self.listAgain = listAgain
        self.listMore = listMore
        self.search = search
        self.searchFailed = searchFailed
        self.historyNotKept = historyNotKept
    }
}

/// The characters that may stand for one that is typed, as 務 for 务; none where there are none.
public typealias CharacterVariants = @Sendable (Unicode.Scalar) -> [Unicode.Scalar]

/// How a line editor is set up.
public struct EditorOptions: Sendable {
    /// The keys; nil leaves the choice to `.editrc`, and to Emacs's keys without one.
    public var mode: KeyMode?
    /// Whether `$EDITRC` or `~/.editrc` is read; what it binds wins over the bindings made here.
    public var readsEditrc: Bool
    /// Whether signals (resize, suspend, terminate) are looked after while a line is read. They belong to the process,
    /// so only one editor may do so at a time.
    public var handlesSignals: Bool
    /// The columns a text takes where candidates are listed. The default is the C library's opinion, which libedit
    /// shares when it places the cursor.
    public var width: @Sendable (String) -> Int
    /// Characters that the search in the history takes for each other.
    public var variants: CharacterVariants
    /// What the editor says itself.
    public var wording: EditorWording

    /// The usual set-up, unless told otherwise.
    public init(
        mode: KeyMode? = nil, readsEditrc: Bool = true, handlesSignals: Bool = true,
        width: @escaping @Sendable (String) -> Int = systemWidth,
        variants: @escaping CharacterVariants = { _ in [] }, wording: EditorWording = EditorWording()
    ) {
        self.mode = mode
        self.readsEditrc = readsEditrc
        self.handlesSignals = handlesSignals
        self.width = width
        self.variants = variants
        self.wording = wording
    }
}
