import Documents

/// Reading of one file: its bytes, unpacked, decoded, and structured by the first format that recognises them.
struct FileReading {
    let formats: [any DocumentFormat]
    let options: ReadingOptions
    let workers: Workers
    let standardInput: Int32?
    let isStopped: @Sendable () -> Bool

    /// A packed file may hold packed files; deeper nesting than that is left alone.
    private static let depth = 3

    /// What became of a listed file, or of the members of an archive.
    func read(_ file: ListedFile) -> [Outcome] {
        var report = FileReport(name: file.path.name)
        report.rawPath = file.path.rawBytes
        // What `Outcome.failure` makes of it where the failure is harmless in a folder.
        report.isSkipped = file.isFromFolder
        do throws(ReadFailure) {
            if let failure = file.failure { throw failure }
            let bytes = try bytes(of: file)
            report.modification = bytes.modification
            return outcomes(of: bytes.text, report, bytes.identity)
        } catch { return [.failure(report, error)] }
    }

    private func bytes(of file: ListedFile) throws(ReadFailure) -> FileBytes {
        guard file.isStandardInput, let standardInput else { return try FileBytes(file.path, isStopped: isStopped) }
        return try FileBytes(reading: standardInput, isStopped: isStopped)
    }

    /// What became of bytes: of a plain file one outcome, of an archive one a member.
    func outcomes(of bytes: Text, _ report: FileReport, _ identity: FileIdentity) -> [Outcome] {
        var limit = UnpackLimit(packed: bytes.count)
        var members = 0
        return outcomes(of: bytes, report, identity, depth: 0, &limit, &members)
    }

    private func outcomes(
        of bytes: Text, _ report: FileReport, _ identity: FileIdentity, depth: Int, _ limit: inout UnpackLimit,
        _ members: inout Int
    ) -> [Outcome] {
        var report = report
        report.bytes = bytes.count
        do throws(ReadFailure) {
            guard let container = try Container(ByteView(bytes)) else { return [try document(bytes, report, identity)] }
            guard depth < FileReading.depth else { throw .tooDeep }
            // What is unpacked is a copy: the file may change now.
            report.modification = 0
            let unpacked: Text
            switch container {
            case .gzip: unpacked = try Gzip.unpack(ByteView(bytes), &limit, isStopped: isStopped)
            case .xz: unpacked = try XZ.unpack(ByteView(bytes), &limit, isStopped: isStopped)
            case .emptyZip: return []
            case .zip: return try membersOutcomes(of: bytes, report, identity, depth: depth, &limit, &members)
            }
            return outcomes(of: unpacked, report, identity, depth: depth + 1, &limit, &members)
        } catch { return [.failure(report, error)] }
    }

    private func membersOutcomes(
        of archive: Text, _ report: FileReport, _ identity: FileIdentity, depth: Int, _ limit: inout UnpackLimit,
        _ members: inout Int
    ) throws(ReadFailure) -> [Outcome] {
        defer { withExtendedLifetime(archive) {} }
        let zip = try Zip(ByteView(archive), limit, isStopped: isStopped)
        var outcomes: [Outcome] = []
        try zip.forEachMember { member, limit in
            members += 1
            var report = report
            report.name += "/" + member.name
            report.bytes = 0
            report.isSkipped = true
            var identity = identity
            identity.member = members
            switch member.content {
            case .failure(let why): outcomes.append(.failure(report, why))
            case .success(let text):
                outcomes += self.outcomes(of: text, report, identity, depth: depth + 1, &limit, &members)
            }
        }
        limit = zip.limit
        return outcomes
    }

    // MARK: Documents

    private func document(_ bytes: Text, _ report: FileReport, _ identity: FileIdentity) throws(ReadFailure) -> Outcome {
        var report = report
        let (text, map) = try decoded(bytes, &report)
        guard let format = formats.first(where: { $0.recognises(text, path: report.name) }) else { throw .unknownFormat }
        var options = options
        // The way back to the file leads from the whole text.
        if map != nil { options.restriction = nil }
        var shard = try format.read(text, report: report, options: options, workers: workers).get()
        if shard.articles.isEmpty, shard.file.strayLines > 0 { throw .noArticle }
        shard.file.isSkipped = false
        if let map { shard.offsetMaps.append(map) }
        return .shard(shard, identity)
    }

    /// The bytes as UTF-8, with the way back where they were none; says in the report what they were.
    private func decoded(_ bytes: Text, _ report: inout FileReport) throws(ReadFailure) -> (Text, WidthMap?) {
        let (encoding, mark) = try encoding(of: ByteView(bytes))
        withExtendedLifetime(bytes) {}
        report.encoding = encoding.name
        if encoding == .utf8 { return (bytes, nil) }
        let decoded = try DecodedText(bytes, from: mark, encoding, isStopped: isStopped)
        report.isConverted = true
        report.undecodable = decoded.undecodable.count
        report.firstUndecodable = decoded.undecodable.first
        report.modification = 0
        return (decoded.text, decoded.map)
    }

    /// The encoding that was named, or the one found; and the bytes of the mark before the text.
    private func encoding(of view: ByteView) throws(ReadFailure) -> (encoding: TextEncoding, mark: Int) {
        guard let named = options.encoding else { return try EncodingDetection.find(view) }
        if named == .utf16 { return EncodingDetection.byteOrder(view) }
        guard let marked = try? view.markedEncoding(), marked.encoding == named else { return (named, 0) }
        return (named, marked.length)
    }
}

/// What became of one file, or of one member of an archive.
enum Outcome: Sendable {
    case shard(Shard, FileIdentity)
    case failure(FileReport)

    static func failure(_ report: FileReport, _ why: ReadFailure) -> Outcome {
        var report = report
        report.failure = why.reason
        report.isSkipped = report.isSkipped && why.isHarmlessInFolder
        return .failure(report)
    }
}

extension ReadFailure {
    fileprivate static let unknownFormat = ReadFailure("is in no format that is read so far: skipped", zh: "格式不能读：略过")
    fileprivate static let noArticle = ReadFailure(
        "has no article and no record that could be read: skipped", zh: "没有读得出的文章或记录：略过", isHarmlessInFolder: true)
    fileprivate static let tooDeep = ReadFailure("is packed in too many layers: unpack it first", zh: "压缩层数太多：请先解开")
}
