const MOST = 100; // sentences that are shown
const PLACES = 12; // releases that are named for a sentence
const held = JSON.parse(document.getElementById("held").textContent);
const field = document.getElementById("find");
const list = document.getElementById("found");
const status = document.getElementById("status");

// Letters as they are compared, one for each of the text, so that places in both are the same.
const plain = (text) =>
  Array.from(text, (sign) => {
    const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const same = bare === "\u2019" ? "'" : bare;
    return same.length === sign.length ? same : sign;
  }).join("");
const texts = held.said.map(([text]) => plain(text));
const last = held.said.map(([, places]) => Math.max(...places.map(([release]) => release)));

function wanted(typed) {
  const parts = plain(typed).match(/"[^"]*"?|[^\s"]+/g) || [];
  const words = parts.map((part) => part.replace(/"/g, "").trim()).filter(Boolean);
  return words.map((part) => {
    const escaped = part.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join("\\s+")}`, "gu");
  });
}

function marked(text, searched, patterns) {
  const spans = patterns.flatMap((pattern) => [...searched.matchAll(pattern)].map((hit) => [hit.index, hit.index + hit[0].length]));
  spans.sort((one, other) => one[0] - other[0]);
  const line = document.createElement("p");
  line.dir = "auto";
  let at = 0;
  for (const [begin, end] of spans) {
    if (begin < at) continue;
    line.append(text.slice(at, begin));
    const hit = document.createElement("mark");
    hit.textContent = text.slice(begin, end);
    line.append(hit);
    at = end;
  }
  line.append(text.slice(at));
  return line;
}

function leading(places) {
  const line = document.createElement("p");
  line.className = "small";
  const newest = [...places].sort((one, other) => other[0] - one[0]);
  for (const [release, paragraph] of newest.slice(0, PLACES)) {
    const [series, day, page] = held.releases[release];
    const link = document.createElement("a");
    link.href = `${page}#${encodeURIComponent(paragraph)}`;
    link.textContent = day;
    link.title = `${series}, ${day}, paragraph ${paragraph}`;
    line.append(link);
  }
  if (newest.length > PLACES) line.append(`and ${newest.length - PLACES} more, since ${held.releases[newest.at(-1)[0]][1]}`);
  return line;
}

function show() {
  const patterns = wanted(field.value);
  list.replaceChildren();
  if (!patterns.length) {
    status.textContent = "";
    return;
  }
  const found = [];
  texts.forEach((text, at) => {
    if (patterns.every((pattern) => text.search(pattern) >= 0)) found.push(at);
  });
  found.sort((one, other) => last[other] - last[one] || one - other);
  for (const at of found.slice(0, MOST)) {
    const item = document.createElement("li");
    item.append(marked(held.said[at][0], texts[at], patterns), leading(held.said[at][1]));
    list.append(item);
  }
  const releases = new Set(found.flatMap((at) => held.said[at][1].map(([release]) => release))).size;
  const more = found.length > MOST ? `; the first ${MOST} are shown` : "";
  const told = `${counted(found.length, "sentence")} in ${counted(releases, "release")}`;
  status.textContent = found.length ? `${told}${more}. The newest first.` : "No sentence contains this.";
}

function counted(count, noun) {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function read() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("q");
  if (asked !== null && asked !== field.value) {
    field.value = asked;
    show();
  }
}

field.addEventListener("input", () => {
  show();
  history.replaceState(null, "", field.value.trim() ? `#q=${encodeURIComponent(field.value.trim())}` : "#");
});
addEventListener("hashchange", read);
read();
