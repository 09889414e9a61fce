/// The names that columns of tables usually have, from the most to the least certain, in English and in both scripts.
/// Compared without blanks, `_`, `-` and case.
enum ColumnNames {
    static func of(_ field: TableField) -> [String] {
        switch field {
        case .title:
            [
                "title", "标题", "標題", "题目", "題目", "题名", "題名", "篇名", "文章标题", "文章標題", "新闻标题", "新聞標題", "headline", "articletitle",
                "newstitle", "subject", "name", "名称", "名稱",
            ]
        case .author:
            [
                "author", "作者", "authors", "byline", "writer", "creator", "authorname", "作者姓名", "撰稿人", "撰稿", "署名", "记者", "記者", "诗人",
                "詩人", "by",
            ]
        case .date:
            [
                "date", "日期", "publishdate", "publisheddate", "datepublished", "pubdate", "publicationdate", "发表日期", "發表日期", "发布日期",
                "發布日期", "發佈日期", "出版日期", "刊登日期", "publishtime", "pubtime", "publishedat", "发布时间", "發布時間", "發佈時間", "发表时间",
                "發表時間", "published", "time", "时间", "時間", "datetime", "createdat", "created", "timestamp", "year", "年份",
            ]
        case .page: ["page", "版", "版次", "版面", "版号", "版號", "页", "頁", "页码", "頁碼", "pageno", "pagenumber", "pagenum"]
        case .column:
            [
                "column", "专栏", "專欄", "栏目", "欄目", "category", "section", "categories", "类别", "類別", "分类", "分類", "channel", "频道", "頻道", "版块",
                "版塊",
            ]
        case .text:
            [
                "text", "正文", "content", "内容", "內容", "body", "全文", "fulltext", "文本", "article", "articlebody", "articletext",
                "articlecontent", "maintext", "bodytext", "文章内容", "文章內容", "正文内容", "正文內容", "新闻内容", "新聞內容", "文章", "contents",
                "rawcontent", "rawtext", "paragraphs", "paragraph", "段落", "原文", "passage", "document", "contentcn", "textcn",
            ]
        }
    }

    /// How certain it is that a column called `name` holds `field`: 0 for the most, nil for not at all.
    static func rank(_ name: String, as field: TableField) -> Int? {
        let bare = normalized(name)
        return of(field).firstIndex(of: bare)
    }

    /// Whether some field's column is usually called so.
    static func isKnown(_ name: String) -> Bool { TableField.allCases.contains { rank(name, as: $0) != nil } }

    private static func normalized(_ name: String) -> String {
        let kept = name.unicodeScalars.lazy.filter { !" _-\t\u{3000}\u{A0}\u{FEFF}".unicodeScalars.contains($0) }
        return String(String.UnicodeScalarView(kept)).lowercased()
    }
}
