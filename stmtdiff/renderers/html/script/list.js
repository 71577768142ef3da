// The list of changes.
const where = ({ old, now, element }) =>
  old && now && (old !== now || element.classList.contains("moved")) ? `${old} → ${now}` : now || old;
const marked = (item, length) => {
  const bracket = (sign) => make("b", { "aria-hidden": "true" }, sign);
  const words = (tag, opening, text, closing) => make(tag, { dir: "auto" }, bracket(opening), shorten(text, length), bracket(closing));
  const found = [];
  if (item.old) found.push(words("del", "[-", item.old, "-]"));
  if (item.old && item.new) found.push(" → ");
  if (item.new) found.push(words("ins", "{+", item.new, "+}"));
  return found.length ? found : [item.told];
};
const label = (item) => [where(item.row), item.kind, DIRECTIONS[item.cls], item.isSaid ? "throughout" : ""].filter(Boolean).join(" · ");
for (const row of rows) {
  for (const item of row.items) {
    const head = make("small", {}, make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[item.cls]), " ", label(item));
    const why = (findings.get(item.id) || []).slice(0, 1).map((finding) => make("small", {}, finding.firstChild.data.trim()));
    const link = make("a", { href: "#" + item.id, class: item.cls + (item.isSaid ? " said" : "") }, head, make("span", {}, ...marked(item, LISTED)), ...why);
    item.entry = make("li", {}, link);
  }
}
const order = () => {
  const sorted = [...items.values()];
  if (byId("order").value === "weight") sorted.sort((a, b) => a.weight - b.weight);
  list.replaceChildren(...sorted.map((item) => item.entry));
};
