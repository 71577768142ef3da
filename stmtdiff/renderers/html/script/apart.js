// In the old and the new text alone each paragraph stands where it stands in that text, also where others stand between
// those of one row: such a paragraph gets a row of its own there, and goes back for the other views.
let lent = [];
const hasPlaces = (block, side) => block.matches(".whole-old") === (side === "old");
const apartIn = (row, side) => {
  const block = sideOf(row, side);
  const numbered = block && hasPlaces(block, side) ? all("[data-n]", block) : [];
  const names = row[side === "old" ? "old" : "now"].split(", ");
  return numbered.map((paragraph, index) => ({ row, block, paragraph, place: Number(paragraph.dataset.n), name: names[index] }))
    .filter(({ place }, index) => place !== row.first[side] + index);
};
const spread = (side) => {
  const holders = rows.filter((row) => row.first[side]).sort((a, b) => a.first[side] - b.first[side]);
  lent = rows.flatMap((row) => apartIn(row, side)).sort((a, b) => b.place - a.place);
  for (const each of lent) {
    each.gap = document.createComment("");
    each.paragraph.replaceWith(each.gap);
    each.home = make("div", { class: each.block.className }, each.paragraph);
    if (each.block.lang) each.home.lang = each.block.lang;
    each.part = make("div", { class: "row part" }, make("div", { class: "at" }, each.name || ""), each.home);
    each.block.away = [each.home, ...(each.block.away || [])];
    holders.findLast((row) => row.first[side] < each.place).element.after(each.part);
  }
};
const gather = () => {
  for (const { paragraph, gap, part, block } of lent) {
    gap.replaceWith(paragraph);
    part.remove();
    block.away = [];
  }
  lent = [];
};
