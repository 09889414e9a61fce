import CMinizip
import Glibc

/// Memory that minizip reads as a file. A class because the library holds on to it and moves its place.
final class ZipInput {
    private let view: ByteView
    private var place = 0

    init(_ view: ByteView) { self.view = view }

    /// What the library calls to read; `opaque` must be a `ZipInput`.
    static var functions: zlib_filefunc64_def {
        var functions = zlib_filefunc64_def()
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { opaque, _, buffer, size in ZipInput.of(opaque)?.read(buffer, UInt(size)) ?? 0 }
        functions.zwrite_file = { _, _, _, _ in 0 }
        functions.ztell64_file = { opaque, _ in ZPOS64_T(ZipInput.of(opaque)?.place ?? 0) }
        functions.zseek64_file = { opaque, _, offset, origin in
            ZipInput.of(opaque)?.seek(offset, origin) == true ? 0 : -1
        }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        return functions
    }

    private static func of(_ opaque: UnsafeMutableRawPointer?) -> ZipInput? {
        opaque.map { Unmanaged<ZipInput>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(_ buffer: UnsafeMutableRawPointer?, _ size: UInt) -> UInt {
        let bytes = min(Int(clamping: size), view.count - place)
        guard let buffer, bytes > 0 else { return 0 }
        memcpy(buffer, view.base + place, bytes)
        place += bytes
        return UInt(bytes)
    }

    private func seek(_ offset: ZPOS64_T, _ origin: Int32) -> Bool {
        let start: Int
        switch origin {
        case Int32(ZLIB_FILEFUNC_SEEK_SET): start = 0
        case Int32(ZLIB_FILEFUNC_SEEK_CUR): start = place
        case Int32(ZLIB_FILEFUNC_SEEK_END): start = view.count
        default: return false
        }
        // Distances backward come as their complement.
        let (target, isTooFar) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
        guard !isTooFar, (0...view.count).contains(target) else { return false }
        place = target
        return true
    }
}
