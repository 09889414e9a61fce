import SourceText
import Synchronization

/// What was found damaged in one mapped file while it was read. A class: whoever reads notes it, and whoever shows answers looks
/// before anything is shown. Safe from any thread.
public final class DamageLog: Sendable {
    /// The file's name, as it is shown.
    public let name: String
    private let details = Mutex<[LocalizedText]>([])
    private let flag = Atomic<Bool>(false)
    private let isMappingDamaged: @Sendable () -> Bool
    private let mappingDamage: @Sendable () -> [LocalizedText]

    /// A log of the file `name`; the closures say whether and where the mapping has met wrong checksums.
    public init(
        name: String, isMappingDamaged: @escaping @Sendable () -> Bool = { false },
        mappingDamage: @escaping @Sendable () -> [LocalizedText] = { [] }
    ) {
        self.name = name
        self.isMappingDamaged = isMappingDamaged
        self.mappingDamage = mappingDamage
    }

    /// Whether there is damage. Cost: two loads.
    public var isDamaged: Bool { flag.load(ordering: .acquiring) || isMappingDamaged() }

    /// What is damaged, as far as it was met.
    public var found: [LocalizedText] { mappingDamage() + details.withLock { $0 } }

    /// Notes what is damaged; of a wreck, some.
    public func add(_ detail: LocalizedText) {
        details.withLock { if $0.count < 20, !$0.contains(detail) { $0.append(detail) } }
        flag.store(true, ordering: .releasing)
    }
}
