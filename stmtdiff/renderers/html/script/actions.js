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
    const arrived = link.dataset.at ? sentencesOf(link) : [];
    paint("arrived", arrived);
    if (arrived.length) arrived[0].startContainer.parentElement.scrollIntoView({ block: "center" });
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
const asides = all("#left details");
for (const aside of asides) aside.open = false;
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = asides.filter((aside) => !aside.open);
  for (const aside of opened) aside.open = true;
});
window.addEventListener("afterprint", () => {
  for (const aside of opened) aside.open = false;
});

root.classList.add("js");
bar.hidden = strip.hidden = byId("changes").hidden = false;
if (isNarrow.matches && byId("contents")) byId("contents").open = false;
const measure = () => root.style.setProperty("--bar", isNarrow.matches ? "0px" : `${bar.offsetHeight}px`);
new ResizeObserver(measure).observe(bar);
isNarrow.addEventListener("change", () => { measure(); apply(); });
order();
follow();
