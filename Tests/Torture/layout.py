"""Where the parts of an archive begin and end, read by docs/archive-format.md."""
import struct

HEADER = TRAILER = 64
# Of each kind of part the bytes of an element; those of one byte are not listed.
ELEMENTS = {2: 84, 3: 28, 4: 4, 5: 4, 6: 4, 7: 4, 8: 160, 10: 16, 11: 40, 12: 4, 13: 4, 14: 4, 15: 4, 16: 4}


class Words:
    """Numbers of eight bytes, one behind the other."""

    def __init__(self, data, offset):
        self.data, self.offset = data, offset

    def next(self):
        (value,) = struct.unpack_from("<Q", self.data, self.offset)
        self.offset += 8
        return value

    def skip_string(self):
        (length,) = struct.unpack_from("<I", self.data, self.offset)
        self.offset += 4 + length


def boundaries(archive):
    """The offsets at which something begins or ends: header, parts, blocks of checksums, table of contents, trailer."""
    size = len(archive)
    magic, _version, block, contents, length = struct.unpack_from("<8sIIQQ", archive, size - TRAILER)
    if magic != b"WENKUEND" or contents + length != size - TRAILER:
        raise ValueError("the trailer is not what docs/archive-format.md says")
    found = {0, HEADER, contents, size - TRAILER, size, *range(0, contents, block)}
    words = Words(archive, contents)
    for _ in range(words.next()):
        for _ in range(words.next()):
            kind, start, count = words.next(), words.next(), words.next()
            found |= {start, start + count * ELEMENTS.get(kind, 1)}
        for _ in range(3):
            words.next()
        for _ in range(words.next()):
            words.skip_string()
    return sorted(found)
