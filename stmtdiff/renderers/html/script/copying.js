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
