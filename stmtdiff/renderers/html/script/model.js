// What the page holds: rows, and the items (changes, and rows that moved, split or merged) in them.
const items = new Map();
const rows = all(".row:not(.ghost)", text).map((element) => {
  const { old, new: named, o } = element.dataset, at = one(".at", element);
  const now = named ?? (at ? at.firstChild.textContent.trim() : "");
  const row = { element, id: element.id, old: old ?? (o ? now : ""), now, isHead: element.classList.contains("head"), items: [], ghost: byId("g-" + element.id) };
  if (element.classList.contains("shape")) {
    const told = all(".tag", element).map((tag) => tag.textContent).join("; ");
    row.items.push({ id: row.id, row, cls: "shape", kind: "", told, parts: [element], old: "", new: "", weight: 3 });
  }
  for (const mark of all(".c[id]", element)) {
    const parts = [mark, ...all(`.t:not(.whole-old) .c[data-of="${mark.id}"]`, element)];
    const words = (tag) => parts.flatMap((part) => all(tag, part)).map(wording).join(" ");
    row.items.push({
      id: mark.id, row, parts, cls: CLASSES.find((name) => mark.classList.contains(name)), kind: mark.dataset.k,
      proof: mark.dataset.p || "", isSaid: mark.classList.contains("said"), old: words("del"), new: words("ins"), weight: 3,
    });
  }
  for (const item of row.items) items.set(item.id, item);
  return row;
});
const findings = new Map();
for (const finding of all(".f li")) {
  for (const id of finding.dataset.for.split(" ")) {
    findings.set(id, [...(findings.get(id) || []), finding]);
    if (items.has(id)) items.get(id).weight = Math.min(items.get(id).weight, WEIGHTS[finding.dataset.s]);
  }
}
for (const bracket of all("b")) bracket.setAttribute("aria-hidden", "true");
for (const mark of all(".c", text)) mark.tabIndex = -1;
