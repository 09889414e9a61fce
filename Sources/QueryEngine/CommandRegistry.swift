import QueryLanguage

/// Every command, in the order of the reference. A new one is its file in `Commands/` and its line here.
public let commandList: [CommandImplementation] = [
    openCommand, filesCommand, infoCommand, outlineCommand,
    articlesCommand, sectionsCommand, sectionCommand, paragraphsCommand, sentencesCommand,
    findCommand, grepCommand, whereCommand, nearCommand, expandCommand, kwicCommand,
    quotesCommand, titlesCommand, parensCommand, datesCommand, numbersCommand,
    itemsCommand, rolesCommand, shiftsCommand,
    headCommand, tailCommand, sampleCommand, sortCommand, uniqCommand,
    unionCommand, intersectCommand, minusCommand,
    countCommand, freqCommand, crosstabCommand, selectCommand, deriveCommand,
    trendCommand, lifespanCommand, heatCommand,
    ngramsCommand, repeatsCommand, collocatesCommand, keynessCommand, dispersionCommand, variantsCommand, reuseCommand,
    showCommand, citeCommand, plotCommand, toCommand, checkCommand,
    helpCommand, aproposCommand, historyCommand, quitCommand,
]

/// The commands by English name.
let commandRegistry: [String: CommandImplementation] = Dictionary(
    commandList.map { ($0.declaration.name.english, $0) }, uniquingKeysWith: { first, _ in first })

/// What the parser, the binder and the help need to know of the commands.
public let commandTable = CommandTable(commandList.map(\.declaration))
