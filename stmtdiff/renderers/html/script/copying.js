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
const whole = (side) => {
  const own = rows.filter((row) => sideOf(row, side));
  if (side === "old") own.sort((a, b) => a.place - b.place);
  return own.map((row) => {
    const block = sideOf(row, side), isOnePiece = side === "old" && row.element.classList.contains("split");
    const paragraphs = all("p, h3, h4", block).map((paragraph) => {
      const copied = paragraph.cloneNode(true);
      for (const gone of all(`b, ${HIDDEN[side]}`, copied)) gone.remove();
      for (const gap of all(".break", copied)) gap.replaceWith(side === "old" ? "\n\n" : "");
      return copied.textContent.trim();
    });
    return paragraphs.join(isOnePiece ? " " : "\n\n");
  }).join("\n\n") + "\n";
};
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
