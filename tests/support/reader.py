"""What a reader of an HTML report in a browser sees and chooses, for the tests of what they do."""

from typing import Any

from stmtdiff.model import Statement
from support.pages import one_line

COVERED = """
id => {
  const parts = [...document.querySelectorAll(`[id='${id}'], #text [data-of='${id}']`)];
  const blocks = parts.flatMap(part => part.matches('.row') ? [...part.querySelectorAll('.t')] : [part]);
  const places = blocks.map(block => [block, [...block.getClientRects()].find(line => line.width > 1)]);
  const hits = places.filter(([, line]) => line).map(([block, { left, top, width, height }]) => {
    const hit = document.elementFromPoint(left + Math.min(9, width / 2), top + Math.min(9, height / 2));
    return hit && block.contains(hit) ? '' : `${hit ? hit.outerHTML.slice(0, 90) : 'nothing'} at ${left}, ${top}`;
  });
  return hits.includes('') ? '' : hits[0] ?? 'it is not shown';
}
"""
CLASSES = ("softer", "firmer", "mixed", "neutral", "minor", "routine", "shape")  # the keys 1 to 7
VIEWS = ("side", "inline", "list", "old", "new")


def view(page: Any) -> str:
    return str(page.get_attribute("html", "data-view"))


def listed(page: Any) -> list[str]:
    """Return the ids of the changes that the list shows, in the order of the text."""
    return page.evaluate(
        """() => {
             const links = [...document.querySelectorAll('#list li:not([hidden]) a')];
             const ids = new Set(links.map(one => one.hash.slice(1)));
             return [...document.querySelectorAll('#text [id]')].map(one => one.id).filter(id => ids.has(id));
           }"""
    )


def pressed(page: Any, group: str) -> list[str]:
    """Return the buttons of a group that are pressed, by what they choose."""
    return page.eval_on_selector_all(
        f"#{group} :is([data-view], [data-class])[aria-pressed=true]",
        "all => all.map(one => one.dataset.view || one.dataset.class)",
    )


def current(page: Any) -> str:
    """Return the id of the change that the list points at, or nothing."""
    return page.evaluate("document.querySelector('#list [aria-current]')?.getAttribute('href').slice(1) ?? ''")


def fragment(page: Any) -> str:
    return page.evaluate("decodeURIComponent(location.hash.slice(1))")


def state(page: Any) -> dict[str, Any]:
    """Return all that a reader would call the same view of a report."""
    return {
        "view": view(page),
        "classes": pressed(page, "filters"),
        "kinds": page.eval_on_selector_all("#kinds input:checked", "all => all.map(one => one.value)"),
        "find": page.input_value("#find"),
        "listed": listed(page),
        "current": current(page),
        "rows": page.eval_on_selector_all(".row", "all => all.filter(one => one.checkVisibility()).map(one => one.id)"),
        "status": page.inner_text("#status"),
    }


def words(page: Any, blocks: str) -> list[str]:
    """Return the text of the blocks that are seen, one string a block."""
    seen = page.eval_on_selector_all(
        f"#text {blocks}", "all => all.filter(one => one.checkVisibility()).map(one => one.innerText)"
    )
    return [one_line(text) for text in seen if text.strip()]


def letters(text: str) -> str:
    return "".join(text.split())


def paragraphs(statement: Statement) -> list[str]:
    return [one_line(paragraph.body.of(statement.text)) for paragraph in statement.paragraphs]


def is_in_window(page: Any, selector: str) -> bool:
    page.wait_for_timeout(50)
    box = page.locator(selector).first.bounding_box()
    return bool(box) and 0 <= box["y"] < page.viewport_size["height"]


def painted(page: Any, name: str) -> list[str]:
    """Return the words that are painted as `name` ("found", "moved", "arrived"), one string a place."""
    return [
        one_line(text)
        for text in page.evaluate("name => [...CSS.highlights.get(name) ?? []].map(range => range.toString())", name)
    ]


def painted_top(page: Any, name: str, index: int) -> float:
    """Return how far below the top of the window the place of that index begins that is painted as `name`."""
    script = "([name, index]) => [...CSS.highlights.get(name)][index].getBoundingClientRect().top"
    return float(page.evaluate(script, [name, index]))


def resize(page: Any, width: int) -> None:
    """Give the window another width, and wait until the page has been told of it: what it does then comes first."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function("width => innerWidth === width", arg=width)
    page.wait_for_timeout(200)


def covered(page: Any, identity: str) -> str:
    """Return what lies on the first line of the change or row `identity`, or "" where that line can be seen.

    A busy machine takes longer to lay out the page than a tenth of a second; two seconds are given.
    """
    for _ in range(20):
        page.wait_for_timeout(100)
        found: str = page.evaluate(COVERED, identity)
        if not found:
            break
    return found


def place_of(page: Any, selector: str) -> float:
    """Return how far below the top of the window an element begins."""
    return float(page.eval_on_selector(selector, "one => one.getBoundingClientRect().top"))
