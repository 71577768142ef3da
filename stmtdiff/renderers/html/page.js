// The page is complete without this script: it adds views, filters, the list of changes and keys.
// It reads everything from the text that stands in the page and writes text only, never markup.
"use strict";
(() => {
const root = document.documentElement;
const one = (selector, at = document) => at.querySelector(selector);
const all = (selector, at = document) => [...at.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const text = byId("text"), list = byId("list"), panel = byId("panel"), bar = byId("bar"), strip = byId("strip");
const CLASSES = ["softer", "firmer", "mixed", "neutral", "routine", "shape"];
const SIGNS = { softer: "▽", firmer: "▲", mixed: "◆", neutral: "•", routine: "·", shape: "⇅" };
const DIRECTIONS = { softer: "softer", firmer: "firmer", mixed: "both ways", neutral: "", routine: "routine", shape: "" };
const VIEWS = ["side", "inline", "list", "old", "new"];
const WEIGHTS = { error: 0, warning: 1, note: 2 };
const LISTED = 90, SHOWN = 400;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const shorten = (words, length) => words.length > length ? words.slice(0, words.lastIndexOf(" ", length)) + " …" : words;
const isNarrow = matchMedia("(max-width: 47.99rem)");
const wording = (part) => [...part.childNodes].filter((node) => node.nodeName !== "B").map((node) => node.textContent).join("");

// What the page holds: rows, and the items (changes, and rows that moved, split or merged) in them.
const items = new Map();
const rows = all(".row:not(.ghost)", text).map((element) => {
  const { old, new: named, o } = element.dataset, at = one(".at", element);
  const now = named ?? (at ? at.firstChild.textContent.trim() : "");
  const row = { element, id: element.id, old: old ?? (o ? now : ""), now, isHead: element.classList.contains("head"), items: [], ghost: byId("g-" + element.id) };
  if (element.classList.contains("shape")) {
    const told = all(".tag", element).map((tag) => tag.textContent).join("; ");
    row.items.push({ id: row.id, row, cls: "shape", kind: "", told, parts: [element], old: "", new: "", weight: 3 });
  }
  for (const mark of all(".c[id]", element)) {
    const parts = [mark, ...all(`.t:not(.whole-old) .c[data-of="${mark.id}"]`, element)];
    const words = (tag) => parts.flatMap((part) => all(tag, part)).map(wording).join(" ");
    row.items.push({
      id: mark.id, row, parts, cls: CLASSES.find((name) => mark.classList.contains(name)), kind: mark.dataset.k,
      proof: mark.dataset.p || "", isSaid: mark.classList.contains("said"), old: words("del"), new: words("ins"), weight: 3,
    });
  }
  for (const item of row.items) items.set(item.id, item);
  return row;
});
const findings = new Map();
for (const finding of all(".f li")) {
  for (const id of finding.dataset.for.split(" ")) {
    findings.set(id, [...(findings.get(id) || []), finding]);
    if (items.has(id)) items.get(id).weight = Math.min(items.get(id).weight, WEIGHTS[finding.dataset.s]);
  }
}
for (const bracket of all("b")) bracket.setAttribute("aria-hidden", "true");
for (const mark of all(".c", text)) mark.tabIndex = -1;

// What is shown, as the file was written and as the address says.
const start = () => {
  const only = root.dataset.only.split(" ").filter(Boolean);
  const shown = new Set(CLASSES.filter((name) => name !== "routine"));
  const asked = only.flatMap((name) => name === "substantive" ? CLASSES.slice(0, 4) : name === "moved" ? ["shape"] : CLASSES.includes(name) ? [name] : []);
  const kinds = new Set(all("#kinds input").map((box) => box.value).filter((kind) => only.includes(kind)));
  const find = root.dataset.topic;
  return { at: "", view: root.dataset.start, shown: asked.length ? new Set(asked) : shown, kinds, find, isTopic: Boolean(find), isOpen: Boolean(root.dataset.all) };
};
let state = start();

const write = () => {
  const usual = start(), parts = [state.at];
  const say = (name, value, other) => { if (value !== other) parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`); };
  say("view", state.view, usual.view);
  say("show", CLASSES.filter((name) => state.shown.has(name)).join(","), CLASSES.filter((name) => usual.shown.has(name)).join(","));
  say("kind", [...state.kinds].sort().join(","), [...usual.kinds].sort().join(","));
  say("find", state.find, usual.find);
  say("topic", state.isTopic ? "1" : "0", usual.isTopic ? "1" : "0");
  say("open", state.isOpen ? "1" : "0", usual.isOpen ? "1" : "0");
  const wanted = parts.join("&");
  if (location.hash.slice(1) === wanted) return;
  try { history.replaceState(null, "", "#" + wanted); } catch { /* a frame of a notebook has no address */ }
};
const read = () => {
  state = start();
  for (const part of location.hash.slice(1).split("&")) {
    const [name, ...rest] = part.split("=");
    let value = rest.join("=");
    try { value = decodeURIComponent(value); } catch { continue; }
    if (!rest.length) state.at = byId(name) ? name : "";
    else if (name === "view" && VIEWS.includes(value)) state.view = value;
    else if (name === "show") state.shown = new Set(value.split(",").filter((each) => CLASSES.includes(each)));
    else if (name === "kind") state.kinds = new Set(value.split(",").filter((each) => all("#kinds input").some((box) => box.value === each)));
    else if (name === "find") state.find = value;
    else if (name === "topic") state.isTopic = value === "1";
    else if (name === "open") state.isOpen = value === "1";
  }
};

// Words of one side of a row, with the places where they stand, for finding and copying.
const HIDDEN = { old: "ins, i.new", new: "del, i.old" };
const fold = (words) => {
  const plain = words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, "-").replace(/\s/g, " ");
  const lower = plain.toLowerCase();
  return lower.length === plain.length ? lower : plain;
};
const nodesOf = (block, side) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest(`b, .break, ${HIDDEN[side]}`)) nodes.push(walker.currentNode);
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
  if (window.CSS && CSS.highlights) CSS.highlights.set("found", new Highlight(...hits.map((found) => found.range)));
};
const places = new WeakMap();
let placed = 0;
const rowPlace = (range) => {
  if (!places.has(range.startContainer)) places.set(range.startContainer, ++placed);
  return `${places.get(range.startContainer)}:${range.startOffset}`;
};
const rangesOf = (row, side, phrase) => {
  const copy = one(".copy", row.element);
  const block = side === "old" && state.view === "side" && copy && !isNarrow.matches ? copy : sideOf(row, side);
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
    const range = document.createRange();
    range.setStart(...locate(at, false));
    range.setEnd(...locate(at + phrase.length, true));
    ranges.push(range);
  }
  return ranges;
};

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
    for (const heading of all("h3, h4", copy)) heading.setAttribute("role", "presentation");
    const own = one(".t", element);
    for (const [block, name] of [[copy, "Old text"], [own, "New text"]]) {
      block.setAttribute("role", "group");
      block.setAttribute("aria-label", name);
    }
    own.before(copy);
  }
};
const ghosts = all(".ghost", text).map((ghost) => [ghost, ghost.previousElementSibling]);
const put = (inOldOrder) => {
  if (Boolean(text.dataset.order) === inOldOrder) return;
  const place = (row, index) => inOldOrder ? Number(row.element.dataset.o || 0) : index;
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
  const isPlainTopic = phrase && isUsual();
  let heads = [];
  rows.forEach((row, index) => {
    row.isOn = !phrase || isOn(row, phrase);
    row.isShown = state.isOpen ? row.isOn : row.isOn && (isPlainTopic || row.items.some(isShown));
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
  const close = (before) => {
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
  const hitsTold = state.find.trim() ? ` ${plural(hits.length, "hit")} for “${state.find.trim()}”.` : "";
  byId("status").textContent = `${shown} of ${items.size} changes shown.${hitsTold}`;
  const shownClasses = CLASSES.filter((name) => state.shown.has(name)).map((name) => one(`[data-class=${name}]`).textContent.trim().replace(/ \d+$/, ""));
  const view = one(`#views [data-view=${state.view}]`).textContent;
  const kinds = state.kinds.size ? ` of the kinds ${[...state.kinds].sort().join(", ")}` : "";
  const topic = state.isTopic && state.find ? ` in paragraphs with “${state.find}”` : "";
  const folds = state.view === "list" ? "Paragraphs without them are left out." : "All paragraphs are printed; other changes are marked more lightly.";
  byId("state").textContent = state.view === "old" || state.view === "new" ? `View: ${view}.`
    : `View: ${view}. Filter: ${shown} of ${items.size} changes are shown: ${shownClasses.join(", ") || "none"}${kinds}${topic}. ${folds}`;
};
const apply = () => {
  const isOldOrder = state.view === "old";
  root.dataset.view = state.view;
  if (state.view === "side") makeCopies();
  put(isOldOrder);
  chooseRows();
  foldRows();
  for (const item of items.values()) {
    const isOff = !isShown(item);
    if (item.cls !== "shape") for (const part of item.parts) part.classList.toggle("off", isOff);
    item.entry.hidden = isOff;
    item.tick.hidden = isOff;
  }
  if (state.view === "side") for (const part of all(".copy .c[data-of]", text)) part.classList.toggle("off", !isShown(items.get(part.dataset.of)));
  const looked = state.view === "side" && isNarrow.matches ? "inline" : state.view;
  for (const button of all("#views button")) button.setAttribute("aria-pressed", String(button.dataset.view === looked));
  for (const button of all("#filters button")) button.setAttribute("aria-pressed", String(state.shown.has(button.dataset.class)));
  for (const box of all("#kinds input")) box.checked = state.kinds.has(box.value);
  byId("kinds-count").textContent = state.kinds.size ? ` (${state.kinds.size})` : "";
  byId("unfold").setAttribute("aria-pressed", String(state.isOpen));
  if (byId("find").value !== state.find) byId("find").value = state.find;
  byId("on-topic").checked = state.isTopic;
  if (items.has(state.at)) open(items.get(state.at).row);
  search();
  summary();
  write();
};

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

// One change: where it stands and why it is marked.
const partsOf = (item) => [...item.parts, ...all(`.copy [data-of="${item.id}"]`, item.row.element)];
const isSeen = (element) => element.getClientRects().length > 0;
const mark = (item) => {
  for (const part of all(".current", text)) part.classList.remove("current");
  for (const link of all("[aria-current]", list)) link.removeAttribute("aria-current");
  panel.hidden = !item;
  if (!item) return;
  if (item.cls !== "shape") for (const part of partsOf(item)) part.classList.add("current");
  const link = item.entry.firstChild;
  link.setAttribute("aria-current", "true");
  const top = item.entry.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + 60 > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
  explain(item);
};
const explain = (item) => {
  byId("panel-title").textContent = `${SIGNS[item.cls]} ${label(item)}`;
  const body = make("div", {}, make("p", { class: item.cls }, ...marked(item, SHOWN)));
  const facts = make("dl");
  const say = (name, ...values) => facts.append(make("dt", {}, name), ...values.map((value) => make("dd", {}, value)));
  for (const finding of findings.get(item.id) || []) {
    const code = one("a", finding).textContent, rule = byId("rule-" + code);
    say(rule ? rule.textContent : code, finding.firstChild.data.trim(), rule ? rule.nextElementSibling.textContent : "");
  }
  if (item.proof) say("Routine", item.proof);
  if (item.isSaid) say("Throughout", "The same change stands in several paragraphs and is told of once, above the text.");
  if (item.cls === "neutral" && !findings.has(item.id)) say("Direction", "No rule speaks of these words.");
  if (item.row.element.dataset.how) say("How both sides were linked", item.row.element.dataset.how);
  body.append(facts);
  byId("panel-text").replaceChildren(body);
};
const go = (id, takesFocus = true) => {
  const target = byId(id), item = items.get(id);
  if (!target) return;
  state.at = id;
  const element = target.closest(".row");
  const row = element && rows.find((each) => each.element === element);
  if (row) open(row);
  mark(item);
  const seen = item ? partsOf(item).find(isSeen) || item.row.element : target;
  seen.scrollIntoView({ block: item && item.cls !== "shape" ? "center" : "start" });
  if (takesFocus) {
    if (!seen.hasAttribute("tabindex")) seen.tabIndex = -1;
    seen.focus({ preventScroll: true });
  }
  write();
};
const step = (by) => {
  const shown = [...items.values()].filter(isShown);
  if (!shown.length) return;
  const known = [...items.keys()], now = known.indexOf(state.at);
  const found = by > 0 ? shown.find((item) => known.indexOf(item.id) > now) : shown.findLast((item) => now >= 0 && known.indexOf(item.id) < now);
  go((found || (by > 0 ? shown[0] : shown.at(-1))).id);
};
const close = () => {
  state.at = "";
  mark(undefined);
  write();
};

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
  if (side === "old") own.sort((a, b) => a.element.dataset.o - b.element.dataset.o);
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

// What the reader does.
const change = (edit) => {
  edit();
  apply();
};
const flip = (set, name) => set.has(name) ? set.delete(name) : set.add(name);
const setView = (view) => change(() => { state.view = view; });
const nextView = () => {
  const views = VIEWS.filter((view) => view !== "side" || !isNarrow.matches);
  setView(views[(views.indexOf(state.view) + 1) % views.length]);
};
const reset = () => change(() => { state = start(); mark(undefined); });
const help = byId("help");
bar.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.view) setView(button.dataset.view);
  else if (button.dataset.class) change(() => flip(state.shown, button.dataset.class));
  else if (button.id === "unfold") change(() => { state.isOpen = !state.isOpen; });
  else if (button.id === "reset") reset();
  else if (button.id === "help-open") help.showModal();
  else if (button.id === "copy-view") copy(location.href);
  else copy(whole(button.id === "copy-old" ? "old" : "new"));
  const menu = button.closest("details");
  if (menu) { menu.open = false; one("summary", menu).focus(); }
});
byId("kinds").addEventListener("change", ({ target }) => change(() => flip(state.kinds, target.value)));
let typing = 0;
byId("find").addEventListener("input", ({ target }) => {
  clearTimeout(typing);
  typing = setTimeout(() => change(() => { state.find = target.value; }), 150);
});
byId("find").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  clearTimeout(typing);
  if (state.find !== event.target.value) change(() => { state.find = event.target.value; });
  if (!hits.length) return;
  hit = (hit + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
  const found = hits[hit].range.startContainer.parentElement;
  open(hits[hit].row);
  if (state.view === "list") hits[hit].row.element.classList.add("open");
  found.scrollIntoView({ block: "center" });
  byId("status").textContent = `Hit ${hit + 1} of ${hits.length}.`;
});
byId("on-topic").addEventListener("change", ({ target }) => change(() => { state.isTopic = target.checked; }));
byId("order").addEventListener("change", order);
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));
byId("panel-close").addEventListener("click", () => {
  const link = one("[aria-current]", list);
  close();
  if (link) link.focus();
});
byId("cite").addEventListener("click", () => copy(cite(items.get(state.at))));
byId("link").addEventListener("click", () => copy(address(state.at)));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']"), button = event.target.closest(".fold");
  if (button) toggleFold(button, button.getAttribute("aria-expanded") !== "true");
  else if (link) {
    event.preventDefault();
    go(link.getAttribute("href").slice(1), !link.closest("#list, #strip"));
  } else if (getSelection().isCollapsed) {
    const found = event.target.closest("#text .c");
    if (found) go(found.id || found.dataset.of, false);
  }
});
text.addEventListener("pointerdown", ({ target }) => {
  const block = target.closest(".t");
  if (block) text.dataset.lock = block.matches(".copy, .removed .t") ? "old" : "new";
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !help.open) {
    for (const menu of all("#bar details[open]")) { menu.open = false; one("summary", menu).focus(); }
    if (!panel.hidden) close();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || help.open || !byId("keys").checked) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const index = "123456".indexOf(event.key);
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "s") nextView();
  else if (event.key === "o") change(() => { state.isOpen = !state.isOpen; });
  else if (event.key === "0") reset();
  else if (event.key === "?") help.showModal();
  else if (event.key === "/") byId("find").focus();
  else if (event.key.length === 1 && index >= 0) change(() => flip(state.shown, CLASSES[index]));
  else return;
  event.preventDefault();
});
const follow = () => {
  read();
  apply();
  if (state.at) go(state.at);
  else mark(undefined);
};
window.addEventListener("hashchange", follow);

root.classList.add("js");
bar.hidden = strip.hidden = byId("changes").hidden = false;
if (isNarrow.matches && byId("contents")) byId("contents").open = false;
const measure = () => root.style.setProperty("--bar", isNarrow.matches ? "0px" : `${bar.offsetHeight}px`);
new ResizeObserver(measure).observe(bar);
isNarrow.addEventListener("change", () => { measure(); apply(); });
order();
follow();
})();
