import Glibc

/// The locale's part in reading and writing Chinese.
public enum TextLocale {
    /// Takes the character set from the environment, and UTF-8 where that is none, as in a container without `LANG`: in
    /// the C locale libedit drops every byte of Chinese without a word. Gives false where the system has no UTF-8 at all.
    @discardableResult
    public static func useUTF8() -> Bool {
        setlocale(LC_CTYPE, "")
        if isUTF8 { return true }
        for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
            if isUTF8 { return true }
        }
        return false
    }

    private static var isUTF8: Bool {
        guard let name = nl_langinfo(Int32(CODESET)) else { return false }
        return strcmp(name, "UTF-8") == 0
    }
}
