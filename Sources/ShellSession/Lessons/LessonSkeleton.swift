import Glibc
import Rendering
import SourceText

/// Writes the beginning of a lesson as a file, `NAME.md`, which passes `wen check` as it is. Nothing is overwritten. Gives the exit
/// status: 3 where the file cannot be made.
public func makeLesson(_ name: String, language: String? = nil, streams: Streams = .standard) -> Int32 {
    let isChinese = language == "zh"
    let path = name.hasSuffix(".md") ? name : name + ".md"
    let file = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? name
    let title = visible(file)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    var isMade = descriptor >= 0
    if isMade {
        isMade = (try? write(isChinese ? chineseSkeleton(title) : englishSkeleton(title), to: descriptor)) != nil
        isMade = close(descriptor) == 0 && isMade
    }
    guard isMade else {
        streams.error("wen: \(visible(path)): \(String(cString: strerror(errno)))\n")
        return ExitStatus.data.rawValue
    }
    let shown = visible(path)
    let next = LocalizedText(
        "\(shown) is made. Edit it, then: wen check --update \(shown), and wen teach \(shown)",
        zh: "已写成 \(shown)。修改之后：wen check --update \(shown)，再 wen teach \(shown)")
    streams.error(next(isChinese ? .chinese : .english) + "\n")
    return ExitStatus.ok.rawValue
}

private func englishSkeleton(_ title: String) -> String {
    """
    <!-- wen lang=en -->
    # \(title)

    Begin with a question about the text. Text is Markdown: the class sees
    it wrapped to its terminal. Leave the comment above where it is: it
    says in which language answers are.

    ## An example

    A query in a block `wen` is shown, and run when the class presses Enter.
    Write the line that begins with `>`, and let `wen check --update` write
    the answer.

    ```wen
    > section 新的任务 | grep 党员 | count
    2 paragraphs of 18
    ```

    ## Tasks

    **Task.** A query in a block `wen task` is for the class to find; ask for
    what it gives. How many sentences of the whole text have 党员?

    > Hint: a hint is a quotation that begins so. The first is shown first.

    > Hint: `sents` gives sentences, and `count` counts what comes in.

    ```wen task
    > sents | grep 党员 | count
    9 sentences
    ```

    ## Summary

    Say in a few sentences what was found.

    """
}

private func chineseSkeleton(_ title: String) -> String {
    """
    <!-- wen lang=zh -->
    # \(title)

    先提出一个关于文本的问题。正文用 Markdown 写，上课时按终端的宽度折行。上面的
    注释不要去掉：它说明答案用哪种语言。

    ## 例子

    写在 `wen` 块里的查询先给全班看，按回车就运行。只写以 `>` 开头的一行，答案由
    `wen check --update` 填写。

    ```wen
    > 入节 新的任务 ｜ 含 党员 ｜ 计数
    2 段（共 18）
    ```

    ## 练习

    **题。** 写在 `wen task` 块里的查询由学生自己找，题目要问它的结果。全文有几句含有
    “党员”？

    > 提示：这样开头的引用就是提示，先写的先给出。

    > 提示：`句` 给出各句，`计数` 数出行数。

    ```wen task
    > 句 ｜ 含 党员 ｜ 计数
    9 句
    ```

    ## 小结

    用几句话说明得到了什么。

    """
}
