// What the page holds: rows, and the items (changes, and rows that moved, split or merged) in them.
// A row is called "p12-14": 12th paragraph of the old text, 14th of the new. A mark of no kind is a clause.
const items = new Map();
// Brackets that are copied with the words; without this script they are printed by the style sheet.
for (const [tag, ...signs] of [["del", "[-", "-]"], ["ins", "{+", "+}"]]) {
  for (const part of all(`:is(#text, #throughout, .legend) ${tag}`)) {
    const [first, last] = signs.map((sign) => make("b", { "aria-hidden": "true" }, sign));
    part.prepend(first);
    part.append(last);
  }
}
const KINDS = all("#kinds input").map((box) => box.value);
const placeOf = (element, side) => {
  if (element.matches(side === "old" ? ".given, .added" : ".given, .removed")) return "";
  const at = one(`.at > span:nth-of-type(${side === "old" ? 1 : 2})`, element) || one(".at", element);
  const told = at.firstChild ? at.firstChild.textContent.trim() : "";
  return told || "paragraph " + element.id.slice(1).split("-")[side === "old" ? 0 : 1];
};
const rows = all(".row:not(.ghost)", text).map((element) => {
  const behind = element.id[0] === "n" ? 1e6 : 0; // the notes follow the text on both sides
  const [old, now] = element.id.slice(1).split("-").map((places) => (parseInt(places, 10) || -behind) + behind);
  const row = { element, id: element.id, first: { old, new: now || 0 }, old: placeOf(element, "old"), now: placeOf(element, "new"), isHead: element.classList.contains("head"), items: [], ghost: byId("g-" + element.id) };
  if (element.classList.contains("shape")) {
    const told = all(".at small", element).map((tag) => tag.textContent).join("; ");
    row.items.push({ id: row.id, row, cls: "shape", kind: "", told, parts: [element], old: "", new: "", weight: 3 });
  }
  for (const mark of all(".c[id]", element)) {
    const parts = [mark, ...all(`.t:not(.whole-old) .c[data-of="${mark.id}"]`, element)];
    const old = element.classList.contains("loose") ? all(`.whole-old [data-of="${mark.id}"]`, element) : [];
    const words = (tag) => [...new Set([...parts, ...old])].flatMap((part) => all(tag, part)).map(wording).join(" ");
    row.items.push({
      id: mark.id, row, parts, cls: CLASSES.find((name) => mark.classList.contains(name)) || "neutral", kind: KINDS.find((name) => mark.classList.contains(name)) || "clause",
      proof: mark.dataset.p ? byId("proofs").children[mark.dataset.p].textContent.trim() : "", isSaid: mark.classList.contains("said"), old: words("del"), new: words("ins"), weight: 3,
    });
  }
  for (const item of row.items) items.set(item.id, item);
  return row;
});
const findings = new Map();
for (const finding of all(".f li")) {
  for (const id of finding.dataset.for.split(" ")) {
    findings.set(id, [...(findings.get(id) || []), finding]);
    if (items.has(id)) items.get(id).weight = Math.min(items.get(id).weight, WEIGHTS[finding.dataset.s || "note"]);
  }
}
for (const mark of all(".c", text)) mark.tabIndex = -1;
