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
