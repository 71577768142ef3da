// The map. Without this each of its blocks is a link; with it the whole is one stop of the keyboard, its blocks are gone
// through with the arrows, and a block of several paragraphs leads to the one that is pointed at.
const blocks = map ? all("div a", map) : [];
const rowOf = (link) => rows.find((row) => row.id === link.getAttribute("href").slice(1));
const hold = (block) => {
  for (const each of blocks) each.setAttribute("tabindex", each === block ? "0" : "-1");
};
// Which block holds a row: the last that begins no later, for the rows of a group follow its first.
const blockOfRow = (row) => blocks.findLast((block) => rows.indexOf(rowOf(block)) <= rows.indexOf(row));
const groupOf = (block) => {
  const first = rowOf(block), next = blocks[blocks.indexOf(block) + 1];
  return rows.slice(rows.indexOf(first), next && rows.indexOf(rowOf(next)));
};
// What a filter leaves out is pale in the map too.
const shade = () => {
  const isWhole = isUsual() && !state.isTopic;
  for (const block of blocks) block.parentElement.classList.toggle("off", !isWhole && !groupOf(block).some((row) => row.items.some(isShown)));
};
const pointAt = (row) => {
  for (const block of blocks) block.removeAttribute("aria-current");
  const block = row && blockOfRow(row);
  if (!block) return;
  block.setAttribute("aria-current", "true");
  hold(block);
};
// A click that came from the keyboard has no place.
const pointed = (link, { clientX, clientY, detail }) => {
  const first = rowOf(link);
  if (!first || !detail) return first && first.id;
  const { left, width, top, height } = one("svg", map).getBoundingClientRect();
  const side = clientY < top + height / 2 ? "old" : "new";
  const place = Math.floor(((clientX - left) / width) * Number(map.dataset[side])) + 1;
  return (groupOf(link).findLast((row) => row.first[side] && row.first[side] <= place) || first).id;
};
if (blocks.length) hold(blocks[0]);
if (map) map.addEventListener("keydown", (event) => {
  const now = blocks.indexOf(event.target.closest("a")), by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  const next = { Home: blocks[0], End: blocks.at(-1) }[event.key] || (by && blocks[now + by]);
  if (now < 0 || !next) return;
  event.preventDefault();
  hold(next);
  next.focus({ preventScroll: true });
});
