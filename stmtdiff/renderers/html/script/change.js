// One change: where it stands and why it is marked.
const partsOf = (item) => [...item.parts, ...all(`:is(.copy, .whole-old) [data-of="${item.id}"]`, item.row.element)];
const mark = (item) => {
  for (const part of all(".current", text)) part.classList.remove("current");
  for (const link of all("[aria-current]", list)) link.removeAttribute("aria-current");
  panel.hidden = !item;
  if (!item) return;
  if (item.cls !== "shape") for (const part of partsOf(item)) part.classList.add("current");
  const link = item.entry.firstChild;
  link.setAttribute("aria-current", "true");
  reveal(item);
  explain(item);
};
const reveal = (item) => {
  const top = item.entry.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + 60 > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
};
const explain = (item) => {
  byId("panel-title").textContent = `${SIGNS[item.cls]} ${label(item)}`;
  const body = make("div", {}, make("p", { class: item.cls }, ...marked(item, SHOWN)));
  const facts = make("dl");
  const say = (name, ...values) => facts.append(make("dt", {}, name), ...values.map((value) => make("dd", {}, value)));
  for (const finding of findings.get(item.id) || []) {
    const code = one("a", finding).textContent, rule = byId("rule-" + code);
    const sure = finding.dataset.k ? [`Readers agreed with directions of this kind ${finding.dataset.k} times in 100.`] : [];
    say(rule ? rule.textContent : code, finding.firstChild.data.trim(), rule ? rule.nextElementSibling.textContent : "", ...sure);
  }
  if (item.proof) say("Routine", item.proof);
  if (item.isSaid) say("Throughout", "The same change is in several paragraphs. It is listed once, above the text.");
  if (item.cls === "neutral" && !findings.has(item.id)) say("Direction", "No rule applies to these words.");
  const [how, next] = (item.row.element.dataset.how || "").split("; ");
  if (how) say("How both sides were linked", `${how} of 1000${next ? `; next best: ${next}` : ""}`);
  body.append(facts);
  byId("panel-text").replaceChildren(body);
};
const go = (id, takesFocus = true) => {
  const target = byId(id), item = items.get(id);
  if (!target) return;
  state.at = id;
  const element = target.closest(".row"), folded = target.closest("details");
  if (folded) folded.open = true;
  const row = element && rows.find((each) => each.element === element);
  if (row) open(row);
  pointAt(row);
  mark(item);
  const seen = item ? partsOf(item).find(isSeen) || item.row.element : target;
  bring(seen, !(row && row.isHead));
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
