// The page is complete without this script: it adds views, filters, the list of changes and keys. It reads
// everything from the text that stands in the page and writes text only, never markup. Its files are parts
// of one function, joined in the order of renderers/html/__init__.py.
const root = document.documentElement;
const one = (selector, at = document) => at.querySelector(selector);
const all = (selector, at = document) => [...at.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const text = byId("text"), list = byId("list"), panel = byId("panel"), aside = byId("aside"), bar = byId("bar"), map = byId("anatomy");
const CLASSES = ["softer", "firmer", "mixed", "neutral", "minor", "routine", "shape"];
const SIGNS = { softer: "▽", firmer: "▲", mixed: "◆", neutral: "•", minor: "◦", routine: "·", shape: "⇅" };
const DIRECTIONS = { softer: "softer", firmer: "firmer", mixed: "both ways", neutral: "", minor: "minor", routine: "routine", shape: "" };
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
const isNarrow = matchMedia("(max-width: 47.99rem)"), isDrawer = matchMedia("(max-width: 69.99rem)");
const wording = (part) => [...part.childNodes].filter((node) => node.nodeName !== "B").map((node) => node.textContent).join("");
