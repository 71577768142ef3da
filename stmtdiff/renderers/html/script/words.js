// Words of one side of a row, with the places where they stand, for finding and copying.
const HIDDEN = { old: "ins, i.new", new: "del, i.old" };
const fold = (words) => {
  const plain = words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, "-").replace(/\s/g, " ");
  const lower = plain.toLowerCase();
  return lower.length === plain.length ? lower : plain;
};
const nodesOf = (block, side) => {
  const nodes = [];
  for (const part of [block, ...(block.away || [])]) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest(`b, .break, ${HIDDEN[side]}`)) nodes.push(walker.currentNode);
    }
  }
  return nodes;
};
const sideOf = (row, side) => {
  if (row.element.classList.contains("given")) return null;
  const whole = side === "old" && one(".whole-old", row.element);
  if (row.element.classList.contains(side === "old" ? "added" : "removed")) return null;
  return whole || one(".t:not(.copy)", row.element);
};
const wordsOf = (row, side) => {
  const block = sideOf(row, side);
  return block ? nodesOf(block, side).map((node) => node.data).join("") : "";
};
const isOn = (row, phrase) => {
  row.folded ||= fold(`${wordsOf(row, "old")}\n${wordsOf(row, "new")}`).replace(/ +/g, " ");
  return row.folded.includes(phrase);
};
const blockOf = (row, side) => {
  const copy = side === "old" && state.view === "side" && !isNarrow.matches && one(".copy", row.element);
  return copy || sideOf(row, side);
};
const rangeOver = (from, to) => {
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
};
const paint = (name, ranges) => {
  if (window.CSS && CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges));
};
// Sentences that changed place, as a link to them says: "new 57 143", characters counted without spaces.
const sentencesOf = (link) => {
  const row = rows.find((each) => each.id === link.getAttribute("href").slice(1));
  const places = link.dataset.at.matchAll(/(\S+) (\S+) (\S+)/g);
  return [...places].map(([, side, before, length]) => sentence(row, side, Number(before), Number(length))).filter(Boolean);
};
const sentence = (row, side, before, length) => {
  const block = blockOf(row, side);
  let count = 0, start;
  for (const node of block ? nodesOf(block, side) : []) {
    for (const letter of node.data.matchAll(/[^ \n]/gu)) {
      if (count === before) start = [node, letter.index];
      count += 1;
      if (count === before + length) return rangeOver(start, [node, letter.index + letter[0].length]);
    }
  }
  return null;
};
const paintMoved = () => paint("moved", all(".at [data-at]", text).flatMap(sentencesOf));
let hits = [], hit = -1;
const search = () => {
  hits = [];
  hit = -1;
  const phrase = fold(state.find.trim());
  if (phrase) {
    const sides = state.view === "old" ? ["old"] : state.view === "new" ? ["new"] : ["old", "new"];
    const seen = new Set();
    for (const row of rows) {
      for (const side of sides) for (const range of rangesOf(row, side, phrase)) {
        const key = [row.id, rowPlace(range)].join(" ");
        if (!seen.has(key) && seen.add(key)) hits.push({ range, row });
      }
    }
  }
  paint("found", hits.map((found) => found.range));
};
const places = new WeakMap();
let placed = 0;
const rowPlace = (range) => {
  if (!places.has(range.startContainer)) places.set(range.startContainer, ++placed);
  return `${places.get(range.startContainer)}:${range.startOffset}`;
};
const rangesOf = (row, side, phrase) => {
  const block = blockOf(row, side);
  if (!block) return [];
  const nodes = nodesOf(block, side), ranges = [];
  const words = fold(nodes.map((node) => node.data).join(""));
  const locate = (at, isEnd) => {
    for (const node of nodes) {
      if (at < node.length || (isEnd && at === node.length)) return [node, at];
      at -= node.length;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  };
  for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + phrase.length)) {
    ranges.push(rangeOver(locate(at, false), locate(at + phrase.length, true)));
  }
  return ranges;
};
