extension HTMLPage {
    /// Sorts tables and concordances where their heads are pressed: up, down, and as it was. Numbers begin with the greatest;
    /// what is empty comes last; an address goes by its numbers, a left context by its end, from the hit outwards.
    static let script = """
        (() => {
        "use strict";
        document.documentElement.classList.add("js");
        const cells = item => item.tagName === "TR" ? item.cells : item.querySelector(".line").children;
        const key = (item, place, kind) => {
        const cell = cells(item)[place];
        const text = cell ? cell.textContent : "";
        if (kind === "number") return text === "" ? null : Number(text);
        if (text === "") return null;
        if (kind === "address") return text.replace(/[0-9]+/g, digits => digits.padStart(9, "0"));
        return kind === "left" ? Array.from(text).reverse().join("") : text;
        };
        const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
        for (const heads of document.querySelectorAll("[data-sorts]")) {
        const list = document.getElementById(heads.dataset.sorts);
        const items = Array.from(list.children);
        Array.from(heads.children).forEach((head, place) => {
        const kind = head.dataset.kind;
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
        const turns = kind === "number" ? ["descending", "ascending"] : ["ascending", "descending"];
        const now = turns[turns.indexOf(head.getAttribute("aria-sort")) + 1];
        for (const other of heads.children) other.removeAttribute("aria-sort");
        let sorted = items.map((item, index) => ({ item, index, key: now ? key(item, place, kind) : index }));
        const sign = now === "descending" ? -1 : 1;
        sorted.sort((a, b) => a.key === null || b.key === null
        ? (a.key === null) - (b.key === null) || a.index - b.index
        : sign * order(a.key, b.key) || a.index - b.index);
        if (now) head.setAttribute("aria-sort", now);
        list.append(...sorted.map(entry => entry.item));
        });
        });
        }
        })();
        """

    /// What the page may do: show itself and run the script above, which is known by its SHA-256. It may fetch nothing.
    static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(scriptDigest)'; base-uri 'none'; form-action 'none'"

    /// The SHA-256 of `script` in base 64; a test holds it to the script.
    static let scriptDigest = "DRPgi0bR3cHcwCVQHAYhNAvKkR9T0l449aR7LHEJTIU="
}
