// The list of changes and the strip along the page.
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
const total = rows.reduce((sum, row) => sum + row.element.textContent.length, 0) || 1;
let passed = 0;
for (const row of rows) {
  for (const item of row.items) {
    const head = make("small", {}, make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[item.cls]), " ", label(item));
    const why = (findings.get(item.id) || []).slice(0, 1).map((finding) => make("small", {}, finding.firstChild.data.trim()));
    const link = make("a", { href: "#" + item.id, class: item.cls + (item.isSaid ? " said" : "") }, head, make("span", {}, ...marked(item, LISTED)), ...why);
    item.entry = make("li", {}, link);
    item.tick = make("a", { href: "#" + item.id, tabindex: "-1", class: item.cls });
    item.tick.style.top = `${(passed / total) * 99}%`;
  }
  passed += row.element.textContent.length;
}
const order = () => {
  const sorted = [...items.values()];
  if (byId("order").value === "weight") sorted.sort((a, b) => a.weight - b.weight);
  list.replaceChildren(...sorted.map((item) => item.entry));
};
strip.append(...[...items.values()].map((item) => item.tick));
