import DocumentFormats
import Glibc

// measure-headings FOLDER [--list]: how well the headings found in a folder agree with its headings_truth.tsv.

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first(where: { !$0.hasPrefix("--") }) else {
    print("usage: measure-headings FOLDER [--list]\nFOLDER holds articles and the table headings_truth.tsv")
    exit(2)
}
guard let truth = HeadingTruth(folder: folder) else {
    print("measure-headings: no table headings_truth.tsv in \(folder)")
    exit(3)
}
var agreement = HeadingAgreement(truth: truth)
for shard in ArchiveReader().open([folder]).shards { agreement.add(headingsFound(in: shard)) }
agreement.finish()
for line in agreement.report { print(line) }
if arguments.contains("--list") { for line in agreement.differences { print(line) } }
