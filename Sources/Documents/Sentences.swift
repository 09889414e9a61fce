/// stand-in until the splitter is merged
public func sentences(of paragraph: Span, in text: Text) -> [Span] { [paragraph] }
