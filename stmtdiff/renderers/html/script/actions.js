// What the reader does.
// Whatever is chosen, the paragraph at the top of the window stays there.
const change = (edit) => {
  const kept = topmost();
  edit();
  apply();
  keep(kept);
};
const flip = (set, name) => set.has(name) ? set.delete(name) : set.add(name);
const setView = (view) => change(() => { state.view = view; });
const nextView = () => {
  const views = VIEWS.filter((view) => view !== "side" || !isNarrow.matches);
  setView(views[(views.indexOf(state.view) + 1) % views.length]);
};
const reset = () => change(() => { state = start(); mark(undefined); });
const help = byId("help");
// On a window without room for a third column, contents and changes are a drawer.
const setDrawer = (isOpen) => {
  if (aside.classList.contains("open") === isOpen) return;
  aside.classList.toggle("open", isOpen);
  byId("aside-open").setAttribute("aria-expanded", String(isOpen));
  byId(isOpen ? "aside-close" : "aside-open").focus({ preventScroll: true });
  measure();
  if (isOpen && items.has(state.at)) reveal(items.get(state.at));
};
byId("aside-close").addEventListener("click", () => setDrawer(false));
bar.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.view) setView(button.dataset.view);
  else if (button.dataset.only) change(() => { state.shown = isOnly(button.dataset.only) ? start().shown : new Set([button.dataset.only]); });
  else if (button.dataset.class) change(() => flip(state.shown, button.dataset.class));
  else if (button.id === "unfold") change(() => { state.isOpen = !state.isOpen; });
  else if (button.id === "reset") reset();
  else if (button.id === "help-open") help.showModal();
  else if (button.id === "aside-open") setDrawer(!aside.classList.contains("open"));
  else if (button.id === "copy-view") copy(location.href);
  else if (button.id.startsWith("copy-")) copy(whole(button.id.slice(5)));
  const menu = button.closest("details");
  if (menu && !button.closest("#kinds")) { menu.open = false; one("summary", menu).focus(); }
});
byId("kinds").addEventListener("change", ({ target }) => change(() => flip(state.kinds, target.value)));
let typing = 0;
// Only a topic changes which rows are seen; else each letter would close what the reader has opened.
const find = (words) => {
  state.find = words;
  if (state.isTopic) return apply();
  search();
  summary();
  write();
};
byId("find").addEventListener("input", ({ target }) => {
  clearTimeout(typing);
  typing = setTimeout(() => find(target.value), 150);
});
byId("find").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  clearTimeout(typing);
  if (state.find !== event.target.value) find(event.target.value);
  if (!hits.length) return;
  hit = (hit + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
  open(hits[hit].row);
  if (state.view === "list") hits[hit].row.element.classList.add("open");
  bringRange(hits[hit].range);
  byId("status").textContent = `Hit ${hit + 1} of ${hits.length}.`;
});
// A menu closes when another opens, or when something beside it is pressed.
document.addEventListener("click", ({ target }) => {
  for (const menu of all("#bar details[open]")) if (!menu.contains(target)) menu.open = false;
});
byId("on-topic").addEventListener("change", ({ target }) => change(() => { state.isTopic = target.checked; }));
byId("order").addEventListener("change", order);
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));
byId("panel-close").addEventListener("click", () => {
  const link = one("[aria-current]", list), item = items.get(state.at);
  close();
  const next = link && isSeen(link) ? link : item && partsOf(item).find(isSeen);
  if (next) next.focus({ preventScroll: true });
});
byId("cite").addEventListener("click", () => copy(cite(items.get(state.at))));
byId("link").addEventListener("click", () => copy(address(state.at)));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']"), button = event.target.closest(".fold");
  const isDrawn = aside.classList.contains("open");
  if (isDrawn && (link || !event.target.closest("#aside, #aside-open"))) setDrawer(false);
  if (button) toggleFold(button, button.getAttribute("aria-expanded") !== "true");
  else if (link) {
    event.preventDefault();
    const isBlock = link.matches("#anatomy div a");
    go(isBlock ? pointed(link, event) : link.getAttribute("href").slice(1), isDrawn || !link.closest("#list"));
    const arrived = link.dataset.at ? sentencesOf(link) : [];
    paint("arrived", arrived);
    if (arrived.length) bringRange(arrived[0]);
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
  if (event.key === "Escape" && !help.open && event.target.id !== "find") {
    for (const menu of all("#bar details[open]")) { menu.open = false; one("summary", menu).focus(); }
    if (aside.classList.contains("open")) setDrawer(false);
    else if (!panel.hidden) close();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || help.open || !byId("keys").checked) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const index = "1234567".indexOf(event.key);
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
const folders = all("#left details, #throughout details");
for (const folder of folders) folder.open = false;
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = folders.filter((folder) => !folder.open);
  if (state.view === start().view && !byId("print-seen").checked) showFor("list");
  for (const folder of opened) folder.open = true;
});
window.addEventListener("afterprint", () => {
  for (const folder of opened) folder.open = false;
  showFor(state.view);
});

const copier = byId("copy-table");
if (copier) {
  copier.hidden = false;
  copier.addEventListener("click", copyTable);
}
root.classList.add("js");
bar.hidden = byId("changes").hidden = byId("aside-close").hidden = false;
const sizes = new ResizeObserver(() => { measure(); settleSoon(); });
for (const part of [bar, panel, text]) sizes.observe(part);
isNarrow.addEventListener("change", () => { measure(); apply(); });
isDrawer.addEventListener("change", () => { setDrawer(false); measure(); });
window.addEventListener("scroll", settleSoon, { passive: true });
order();
follow();
// The browser goes to the address by itself once all is loaded, and leaves it at the upper edge.
window.addEventListener("load", () => requestAnimationFrame(() => { if (state.at) go(state.at); }));
