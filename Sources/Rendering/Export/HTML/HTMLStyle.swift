extension HTMLPage {
    /// How a page looks on a screen, on a telephone and on paper. No font is fetched: the reader's own has Chinese.
    static let style = """
        :root{--ink:#1d1d1f;--faint:#6b6b70;--line:#dcdce0;--hit:#fff0a8;--accent:#1f4e79;color-scheme:light}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:66rem;padding:1.5rem 1.25rem 4rem;color:var(--ink);background:#fff;
        font:16px/1.7 system-ui,-apple-system,\(SVGCanvas.fonts);overflow-wrap:break-word}
        header{border-bottom:1px solid var(--line);margin-bottom:1.25rem;padding-bottom:.75rem}
        h1{font:600 1.05rem/1.5 ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,\(SVGCanvas.fonts);margin:0}
        h2{font-size:1.15rem;line-height:1.45;margin:2rem 0 .1rem}
        h3{font-size:1rem;margin:1.1rem 0 .2rem;color:var(--accent)}
        p{margin:0}
        .source,.meta,footer,.attributes{color:var(--faint);font-size:.875rem}
        footer{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:.75rem}
        .address{color:var(--faint);font-size:.8125rem;font-variant-numeric:tabular-nums;white-space:nowrap}
        .row{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:0 .75rem;padding:.2rem 0;align-items:baseline}
        .row p,.row .text{white-space:pre-line}
        mark{background:var(--hit);color:inherit;padding:0 .08em;border-radius:2px}
        details>summary{cursor:pointer;list-style:none}
        details>summary::-webkit-details-marker{display:none}
        summary:hover{background:#f6f6f8}
        summary:focus-visible,button:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
        summary .address::before{content:"▸ ";color:var(--accent)}
        details[open]>summary .address::before{content:"▾ "}
        .context{margin:.15rem 0 .9rem 6.25rem;padding:.4rem .9rem;border-left:3px solid var(--line);white-space:pre-line}
        .context .meta{display:block}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        th,td{padding:.3rem .8rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);white-space:pre-line}
        th{position:sticky;top:0;background:#fff;border-bottom:2px solid var(--ink);font-weight:600;white-space:nowrap}
        tbody tr:hover{background:#f6f6f8}
        .n{text-align:right;white-space:nowrap}
        td:not(.n){min-width:4em}
        button{all:unset;cursor:pointer}
        button::after{content:" ↕";color:#b0b0b6;font-weight:400}
        [aria-sort=ascending] button::after{content:" ↑";color:var(--accent)}
        [aria-sort=descending] button::after{content:" ↓";color:var(--accent)}
        .line,.heads{display:grid;grid-template-columns:6.5rem minmax(0,1fr) minmax(0,1.15fr);gap:0 .5rem}
        .wide .line,.wide .heads{grid-template-columns:6.5rem minmax(4rem,.4fr) minmax(0,1fr) minmax(0,1.15fr)}
        .heads{font-weight:600;border-bottom:2px solid var(--ink);position:sticky;top:0;background:#fff;padding:.3rem 0}
        .line>*,.heads>*{white-space:nowrap;overflow:hidden}
        .left{display:flex;justify-content:flex-end}
        .line{border-bottom:1px solid #f0f0f2;padding:.1rem 0}
        .after mark{font-weight:600}
        .number{font-size:1.75rem}
        .lines{white-space:pre-wrap}
        .lines .title{font-weight:700}.lines .heading{color:var(--accent)}.lines .faint{color:var(--faint)}
        .lines .code{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,\(SVGCanvas.fonts)}
        figure{margin:0 0 1rem}
        figure svg{max-width:100%;height:auto;display:block}
        figure+details>summary{color:var(--accent);font-size:.875rem;padding:.3rem 0}
        @media (max-width:40rem){
        body{padding:1rem .8rem 3rem;font-size:15px}
        .row{grid-template-columns:minmax(0,1fr)}
        .context{margin-left:0}
        .line,.heads,.wide .line,.wide .heads{grid-template-columns:minmax(0,1fr) minmax(0,1.2fr)}
        .line .address,.heads>:first-child,.wide .extra{grid-column:1/-1}
        th,td{padding:.3rem .5rem}
        figure{overflow-x:auto}
        figure svg{max-width:none;width:40rem}
        }
        @media print{
        @page{margin:18mm 16mm}
        body{max-width:none;padding:0;font-size:10.5pt;color:#000}
        :root{--ink:#000;--faint:#444;--line:#bbb;--hit:transparent;--accent:#000}
        mark{font-weight:700;text-decoration:underline;text-underline-offset:.18em}
        button::after,summary .address::before{content:""!important}
        th,.heads{position:static}
        thead{display:table-header-group}
        tr,.row,.line,figure,.context{break-inside:avoid}
        h2,h3{break-after:avoid}
        .scroll{overflow:visible}
        figure+details:not([open]){display:none}
        }

        """
}
