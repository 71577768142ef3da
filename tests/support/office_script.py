"""Let LibreOffice read Word documents; run by the Python that has its bridge (python3-uno), not by that of the tests.

    python3 office_script.py SOFFICE FOLDER < jobs.json > results.json

A job is a path and what to do with every tracked change: "accept" and "reject" give the paragraphs after
it, "accept text" and "reject text" the lines of the document's export as plain text. One office serves
all jobs.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds for the office to start
COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main(soffice: str, folder: Path) -> None:
    pipe = f"stmtdiff{folder.name}"
    office = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        results = [do(desktop, dispatcher, folder, *job) for job in json.load(sys.stdin)]
        json.dump(results, sys.stdout)
        sys.stdout.flush()
        desktop.terminate()
        office.wait(timeout=20)
    finally:
        office.kill()


def connect(pipe: str) -> Any:
    import uno  # type: ignore[import-not-found]
    from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(PATIENCE * 4):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def do(desktop: Any, dispatcher: Any, folder: Path, path: str, task: str) -> list[str]:
    sys.stderr.write(f"{path} {task}\n")
    document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (option("Hidden", True),))
    if document is None:
        raise SystemExit(f"LibreOffice cannot open {path}")
    try:
        way, _, form = task.partition(" ")
        dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[way], "", 0, ())
        if not form:
            return paragraphs(document.Text)
        export = folder / "export.txt"
        document.storeToURL(
            export.as_uri(), (option("FilterName", "Text (encoded)"), option("FilterOptions", "UTF8,LF"))
        )
        return export.read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")
    finally:
        document.close(True)


def paragraphs(text: Any) -> list[str]:
    found = []
    inside = text.createEnumeration()
    while inside.hasMoreElements():
        element = inside.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            found.append(element.String)
    return found


def option(name: str, value: object) -> Any:
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
