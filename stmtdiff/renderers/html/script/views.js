// Views: one text, and the old column is made when it is first looked at.
const makeCopies = () => {
  if (one(".copy", text)) return;
  for (const { element } of rows) {
    if (element.matches(".added, .removed, .given")) continue;
    const source = one(".whole-old", element) || one(".t", element);
    const copy = source.cloneNode(true);
    copy.className = "t copy";
    for (const part of all("[id]", copy)) {
      part.dataset.of = part.id;
      part.removeAttribute("id");
    }
    // A heading is named once in the outline of the page: its copy is a paragraph that looks like it.
    for (const heading of all("h3, h4", copy)) {
      const plain = make("p", { class: `${heading.localName} ${heading.className}`.trim() }, ...heading.childNodes);
      Object.assign(plain.dataset, heading.dataset);
      plain.dir = heading.dir;
      heading.replaceWith(plain);
    }
    const own = one(".t", element);
    for (const [block, name] of [[copy, "Old text"], [own, "New text"]]) {
      block.setAttribute("role", "group");
      block.setAttribute("aria-label", name);
    }
    for (const [block, tag] of [[copy, "del"], [own, "ins"]]) {
      for (const part of all(".c", block)) part.classList.toggle("bare", !one(tag, part));
    }
    own.before(copy);
  }
};
const ghosts = all(".ghost", text).map((ghost) => [ghost, ghost.previousElementSibling]);
const put = (inOldOrder) => {
  if (Boolean(text.dataset.order) === inOldOrder) return;
  const place = (row, index) => inOldOrder ? row.first.old : index;
  const order = rows.map((row, index) => [place(row, index), row]).sort((a, b) => a[0] - b[0]);
  if (inOldOrder) text.dataset.order = "old";
  else delete text.dataset.order;
  text.append(...order.map(([, row]) => row.element));
  if (!inOldOrder) for (const [ghost, before] of ghosts) before.after(ghost);
};

const isShown = (item) =>
  state.shown.has(item.cls) && (!state.kinds.size || state.kinds.has(item.kind)) && item.row.isOn;
const isUsual = () => {
  const usual = start();
  return !state.kinds.size && CLASSES.every((name) => state.shown.has(name) === usual.shown.has(name));
};
const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
const told = (folded) => {
  const counts = [
    [folded.filter((row) => !row.items.length).length, "unchanged"],
    [folded.filter((row) => row.items.length && row.items.every((item) => item.cls === "routine")).length, "with routine changes only"],
  ];
  counts.push([folded.length - counts[0][0] - counts[1][0], "left out by your choice"]);
  return counts.filter(([count]) => count).map(([count, why], index) => `${index ? count : plural(count, "paragraph")} ${why}`).join(", ");
};
const chooseRows = () => {
  const phrase = state.isTopic ? fold(state.find.trim()) : "";
  // What --topic asked for was found with all that the command line knows, before the page was written.
  const isGiven = state.find === root.dataset.topic;
  const isPlainTopic = phrase && isUsual();
  let heads = [];
  rows.forEach((row, index) => {
    row.isOn = !phrase || (isGiven ? "on" in row.element.dataset : isOn(row, phrase));
    row.isShown = state.isOpen ? row.isOn : row.isOn && (isPlainTopic || row.element.matches(".commented") || row.items.some(isShown));
    if (row.isHead) {
      const level = Number(one("h3, h4", row.element).nodeName[1]);
      heads = [...heads.filter((head) => head.level < level), { level, row }];
    } else if (row.isShown) for (const head of heads) head.row.isShown = true;
    if (index === 0 && row.isHead) row.isShown = true;
  });
};
const foldRows = () => {
  for (const button of all(".fold", text)) button.remove();
  const isWhole = state.view === "old" || state.view === "new";
  let group = [];
  const close = () => {
    const counted = group.filter((row) => !row.isHead || row.items.length);
    if (counted.length) {
      const button = make("button", { type: "button", class: "fold", "aria-expanded": "false" }, told(counted));
      button.rows = group;
      group[0].element.before(button);
    }
    group = [];
  };
  for (const row of rows) {
    const isFolded = !isWhole && !row.isShown;
    row.element.classList.toggle("folded", isFolded);
    row.element.classList.remove("open");
    if (row.ghost) row.ghost.hidden = !row.isShown || !state.shown.has("shape");
    if (isFolded) group.push(row);
    else close();
  }
  close();
};
const open = (row) => {
  if (!row.element.classList.contains("folded") || row.element.classList.contains("open")) return;
  const button = all(".fold", text).find((each) => each.rows.includes(row));
  if (button) toggleFold(button, true);
  row.element.classList.add("open");
};
const toggleFold = (button, isOpen) => {
  button.setAttribute("aria-expanded", String(isOpen));
  for (const row of button.rows) row.element.classList.toggle("open", isOpen);
};

const summary = () => {
  const shown = [...items.values()].filter(isShown).length;
  const hitsTold = state.find.trim() ? ` ${hits.length ? plural(hits.length, "hit") : "No hit"} for “${state.find.trim()}”.` : "";
  byId("status").textContent = `${shown || "None"} of ${items.size} changes shown.${hitsTold}`;
  const shownClasses = CLASSES.filter((name) => state.shown.has(name)).map((name) => one(`#filters [data-class=${name}]`).textContent.trim().replace(/ \d+$/, ""));
  const view = one(`#views [data-view=${state.view}]`).textContent;
  const kinds = state.kinds.size ? ` of the kinds ${[...state.kinds].sort().join(", ")}` : "";
  const topic = state.isTopic && state.find ? ` in paragraphs with “${state.find}”` : "";
  const folds = state.view === "list" ? "Paragraphs without them are left out." : "All paragraphs are printed; other changes are marked more lightly.";
  byId("state").textContent = state.view === "old" || state.view === "new" ? `View: ${view}.`
    : `View: ${view}. Filter: ${shown} of ${items.size} changes are shown: ${shownClasses.join(", ") || "none"}${kinds}${topic}. ${folds}`;
};
const isOnly = (name) => state.shown.size === 1 && state.shown.has(name);
const showFor = (view) => {
  if (root.dataset.view === view) return;
  const own = state.view;
  state.view = view;
  root.dataset.view = view;
  summary();
  state.view = own;
};
const apply = () => {
  const isOldOrder = state.view === "old";
  root.dataset.view = state.view;
  gather();
  if (state.view === "side") makeCopies();
  put(isOldOrder);
  if (isOldOrder || state.view === "new") spread(state.view);
  chooseRows();
  foldRows();
  for (const item of items.values()) {
    const isOff = !isShown(item);
    if (item.cls !== "shape") for (const part of item.parts) part.classList.toggle("off", isOff);
    item.entry.hidden = isOff;
  }
  if (state.view === "side") for (const part of all(".copy .c[data-of]", text)) part.classList.toggle("off", !isShown(items.get(part.dataset.of)));
  const looked = state.view === "side" && isNarrow.matches ? "inline" : state.view;
  for (const button of all("#views button")) button.setAttribute("aria-pressed", String(button.dataset.view === looked));
  for (const button of all("[data-only]", bar)) button.setAttribute("aria-pressed", String(isOnly(button.dataset.only)));
  for (const button of all("#filters [data-class]")) button.setAttribute("aria-pressed", String(state.shown.has(button.dataset.class)));
  for (const box of all("#kinds input")) box.checked = state.kinds.has(box.value);
  byId("kinds-count").textContent = state.kinds.size ? ` (${state.kinds.size})` : "";
  byId("unfold").setAttribute("aria-pressed", String(state.isOpen));
  if (byId("find").value !== state.find) byId("find").value = state.find;
  byId("on-topic").checked = state.isTopic;
  if (items.has(state.at)) open(items.get(state.at).row);
  search();
  paintMoved();
  shade();
  summary();
  write();
};
