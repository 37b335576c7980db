"""Where code stands in a text that is still being written: between backticks or fences, closed or not yet."""

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RUN = re.compile("`+")


def code_spans(text: str) -> list[tuple[int, int]]:
    """Code with its marks, in order and without overlap, as indexes of code points.

    A fence that is not closed lasts to the end of the text, a backtick to the end of its line.
    """
    if "`" not in text and "~~~" not in text:
        return []
    spans: list[tuple[int, int]] = []
    fence, opened, start = "", 0, 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                spans.append((opened, end))
                fence = ""
        elif mark and "`" not in line[mark.end() :]:
            fence, opened = mark[1], start
        else:
            spans += _inline(line, start)
        start = end
    if fence:
        spans.append((opened, len(text)))
    return spans


def in_code(before: str) -> bool:
    """Whether what is written after this text becomes code."""
    spans = code_spans(f"{before}x")
    return bool(spans) and spans[-1][1] > len(before)


def _inline(line: str, start: int) -> list[tuple[int, int]]:
    spans = []
    open_run: re.Match[str] | None = None
    for run in _RUN.finditer(line):
        if open_run is None:
            open_run = run
        elif len(run[0]) == len(open_run[0]):
            spans.append((start + open_run.start(), start + run.end()))
            open_run = None
    if open_run is not None:
        spans.append((start + open_run.start(), start + len(line)))
    return spans
