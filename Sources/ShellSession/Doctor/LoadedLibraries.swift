/// The names of the shared libraries that the process runs with, as the files are really called, so that their versions show;
/// sorted. Empty on systems without `/proc`.
func loadedLibraries() -> [String] {
    let maps = readTextFile("/proc/self/maps") ?? ""
    let paths = maps.split(separator: "\n").compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } }
    let names = Set(paths).map(fileName).filter { $0.contains(".so") && !$0.hasPrefix("ld-") }
    return Set(names).sorted()
}

private func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
