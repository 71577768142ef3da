// Copying.
const copy = async (words) => {
  try { await navigator.clipboard.writeText(words); } catch {
    const field = make("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  byId("status").textContent = "Copied.";
};
const address = (id) => location.href.split("#")[0] + "#" + id;
const clean = (paragraph, side) => {
  const copied = paragraph.cloneNode(true);
  for (const gone of all(`b, ${HIDDEN[side]}`, copied)) gone.remove();
  for (const gap of all(".break", copied)) gap.replaceWith(side === "old" ? "\n\n" : "");
  return copied.textContent.trim();
};
const whole = (side) => rows.flatMap((row) => {
  const block = sideOf(row, side);
  if (!block) return [];
  const paragraphs = [block, ...(block.away || [])].flatMap((part) => all("p, h3, h4", part));
  const words = paragraphs.map((paragraph) => clean(paragraph, side));
  if (side === "old" && row.element.classList.contains("split")) return [[row.first.old, words.join(" ")]];
  const placeOf = (paragraph) => hasPlaces(block, side) && Number(paragraph.dataset.n) || row.first[side];
  return paragraphs.map((paragraph, index) => [placeOf(paragraph), words[index]]);
}).sort((a, b) => a[0] - b[0]).map(([, words]) => words).join("\n\n") + "\n";
const cite = (item) => {
  const said = (side, words, place) => {
    const { title, date, source } = byId(side).dataset;
    const called = [title, date, place && `paragraph ${place}`, source !== title && source].filter(Boolean).join(", ");
    return words ? `“${words}” (${called})` : `nothing (${called})`;
  };
  const { old, now } = item.row;
  if (item.cls === "shape") return `Paragraph ${where(item.row)} ${item.told}: ${said("old", wordsOf(item.row, "old").trim(), old)} -> ${said("new", wordsOf(item.row, "new").trim(), now)}. ${address(item.id)}`;
  return `${said("old", item.old, old)} -> ${said("new", item.new, now)}. ${address(item.id)}`;
};
// The ledger, for a mail or a sheet: as a table, and as lines with tabs where only text is taken.
const copyTable = async () => {
  const headline = byId("headline").textContent, cells = all("#ledger tr").map((row) => [...row.cells].map((cell) => cell.cloneNode(true)));
  for (const sign of cells.flat().flatMap((cell) => all("[aria-hidden]", cell))) sign.remove();
  const plain = [headline, ...cells.map((row) => row.map((cell) => cell.textContent.replace(/\s+/g, " ").trim()).join("\t"))].join("\n");
  const looks = { DEL: "s", INS: "u" }, inner = (node) => node.nodeType === 3 ? node.data : make(looks[node.nodeName] || "span", {}, ...[...node.childNodes].map(inner));
  const table = make("table", {}, ...cells.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, inner(cell))))));
  const kinds = { "text/plain": plain, "text/html": new XMLSerializer().serializeToString(make("div", {}, make("p", {}, headline), table)) };
  try {
    const item = new ClipboardItem(Object.fromEntries(Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })])));
    await navigator.clipboard.write([item]);
    byId("status").textContent = "Copied.";
  } catch { await copy(plain); }
};
