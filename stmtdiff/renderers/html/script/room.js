// What covers a part of the window: above the bar, the names of the columns and the heading of the section, below the
// reasons of a change. The style sheet keeps what is gone to clear of all of it.
const set = (name, height) => {
  const value = `${height}px`;
  if (root.style.getPropertyValue(name) !== value) root.style.setProperty(name, value);
};
const measure = () => {
  set("--bar", measured());
  set("--sheet", isDrawer.matches && !aside.classList.contains("open") ? panel.offsetHeight : 0);
};
const measured = () => isNarrow.matches ? 0 : bar.offsetHeight;
const isSeen = (element) => [...element.getClientRects()].some(({ width }) => width);
// The headings that are seen, in the order in which they stand. One that was removed is a heading of the old text alone.
const headings = () => all(state.view === "old" ? ".row.head" : ".row.head:not(.removed)", text).filter(isSeen);
const makeRoom = (row) => {
  measure();
  const above = row && !isNarrow.matches && headings().findLast((head) => head === row || head.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
  set("--head", above && above !== row ? above.offsetHeight : 0);
};
const roomFor = (element) => {
  const style = getComputedStyle(element), top = parseFloat(style.scrollMarginTop);
  return { top, height: innerHeight - top - parseFloat(style.scrollMarginBottom) };
};
const bring = (element, isCentred) => {
  makeRoom(element.closest("#text .row"));
  const fits = element.getBoundingClientRect().height < roomFor(element).height;
  element.scrollIntoView({ block: isCentred && fits ? "center" : "start" });
};
const bringRange = (range) => {
  const element = range.startContainer.parentElement;
  bring(element, true);
  const { top, height } = roomFor(element), place = range.getBoundingClientRect();
  if (place.top < top || place.top > top + height - 24) scrollBy(0, place.top - top - height / 3);
};
const topmost = () => {
  const columns = byId("columns"), top = measured() + (isSeen(columns) ? columns.offsetHeight : 0);
  if (text.getBoundingClientRect().top > top) return undefined;
  // The old text has an order of its own: the first that is found need not stand highest.
  const seen = rows.filter((each) => !each.isHead && isSeen(each.element)).map((row) => [row, row.element.getBoundingClientRect()]);
  const below = seen.filter(([, place]) => place.bottom > top + 8).sort((a, b) => a[1].top - b[1].top);
  return below.length ? { row: below[0][0], from: below[0][1].top - top } : undefined;
};
const keep = (kept) => {
  if (!kept) return;
  const after = rows.slice(rows.indexOf(kept.row)), row = [...after, ...rows.toReversed()].find((each) => isSeen(each.element) && !each.isHead);
  if (!row) return;
  const columns = byId("columns"), top = measured() + (isSeen(columns) ? columns.offsetHeight : 0);
  scrollBy(0, row.element.getBoundingClientRect().top - top - (row === kept.row ? kept.from : 0));
};
// The heading of the section that is read stays in sight, one at a time: all together would lie on one another.
let here;
const settle = () => {
  const columns = byId("columns"), top = bar.offsetHeight + (isSeen(columns) ? columns.offsetHeight : 0);
  const found = isNarrow.matches ? undefined : headings().findLast((head) => head.getBoundingClientRect().top <= top + 1);
  if (found !== here) {
    if (here) here.classList.remove("here");
    if (found) found.classList.add("here");
    here = found;
  }
  set("--head", here ? here.offsetHeight : 0);
};
let isWaiting = false;
const settleSoon = () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => { isWaiting = false; settle(); });
};
