"""trafilatura over web pages, as a filter: a path a line in, `{"path", "text", "title", "author", "date", "outlet"}` a line out.

Pages are read before the clock starts; the last line on standard error is the processor time in seconds. Python 3.9 or
later: `pip install trafilatura lxml_html_clean`.
"""

import json
import sys
import time

import trafilatura

paths = [line.rstrip("\n") for line in sys.stdin if line.strip()]
pages = []
for path in paths:
    with open(path, "rb") as file:
        pages.append(file.read())
if pages:
    trafilatura.bare_extraction(pages[0])
start = time.process_time()
for path, page in zip(paths, pages):
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    told = {name: getattr(found, name, None) for name in ("text", "title", "author", "date")} if found else {}
    print(json.dumps({"path": path, **told, "outlet": getattr(found, "sitename", None)}))
print(f"{time.process_time() - start:.3f}", file=sys.stderr)
