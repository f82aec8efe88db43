"""Marks inside a Markdown line: links, emphasis, escapes, entities and tags."""

from __future__ import annotations

import html
import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHELTER = 0xF0000  # private plane 15: holds escaped characters while the marks around them are read
_SHELTERED = re.compile(f"[{chr(_SHELTER)}-{chr(_SHELTER + 127)}]")
_CODE = re.compile(r"(`{1,5})(?!`)(.{1,1500}?)(?<!`)\1(?!`)", re.DOTALL)
_TARGET = r"\(\s*(?:<[^>]*>|(?:[^()\s]|\((?:[^()\s]|\([^()]*\))*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_LABEL = r"((?:[^\[\]]|\[[^\[\]]*\])*)"
_IMAGE = re.compile(rf"!\[{_LABEL}\](?:{_TARGET}|\[[^\]]*\])")
_LINK = re.compile(rf"\[{_LABEL}\](?:{_TARGET}|\[[^\]\s]*\])")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]]+\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>]+[@.:/][^\s<>]*)>")
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h[1-6])\s*>", re.IGNORECASE)
# Only real tags: "<Customer Name>" is a blank to fill in.
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|body|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|"
    r"figure|figcaption|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|ol|p|path|picture|pre|q|s|"
    r"section|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|u|ul|video|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])(.{1,1500}?)(?<=[^\s*])\1(?!\*)", re.DOTALL)
# An underscore inside or beside a word is part of it, and a row of them is a blank to fill in.
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])(.{1,1500}?)(?<=[^\s_])\1(?![\w_])", re.DOTALL)


def plain(raw: str) -> str:
    """The words of a Markdown line as a reader sees them; `<br>` gives a newline.

    >>> plain("**We** do [not](https://x.org/a_(b)) _sell_ it \\\\[yet\\\\] &amp; `x_y` ![logo](l.png)")
    'We do not sell it [yet] & x_y '
    """
    if not any(mark in raw for mark in "\\`[*_<&~"):
        return raw
    text = _ESCAPE.sub(lambda match: _shelter(match.group(1)), raw)
    text = _CODE.sub(lambda match: _shelter(match.group(2)), text)
    text = _IMAGE.sub("", text)
    for _ in range(2):  # a link's text may hold a linked image, already gone, or one more link
        text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE_MARK.sub("", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    for _ in range(2):  # bold inside italics and the reverse
        text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", text))
    text = text.replace("**", "").replace("~~", "")
    return _SHELTERED.sub(lambda match: chr(ord(match.group()) - _SHELTER), html.unescape(text))


def _shelter(text: str) -> str:
    return "".join(chr(_SHELTER + ord(mark)) if "!" <= mark <= "~" and not mark.isalnum() else mark for mark in text)
