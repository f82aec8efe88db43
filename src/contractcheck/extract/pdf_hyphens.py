"""Hyphens at line ends of a PDF: which of them the typesetter put in, and which belong to the word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_BROKEN = re.compile(r"(\S*\w)[-‐]$")
_STRIPPED = ".,;:()\"'“”’‘"
_MANY = 0.02  # share of lines; written compounds alone stay below

_PREFIXES = frozenset(
    str.split(
        "non self third cross opt sub multi co single two one first second long short well half all ex quasi twenty thirty forty fifty "
        "sixty seventy eighty ninety"
    )
)
_SECONDS = frozenset(str.split("free based related wide specific party level term profit generated identifiable identified compliant owned"))
_UNITED = frozenset(str.split("un inter out over under mis dis re"))
"""Short words and prefixes that unite with what follows: "unrelated" has no hyphen, "royalty-free" has one."""
_WITHIN = frozenset(str.split("of the to by in on up and or at for a"))
"""Small words inside a chain such as "state-of-the-art"."""

# Both halves of these are words, too, and the document may not hold the whole elsewhere.
_CLOSED = frozenset(
    [first + last for first in ("any", "some", "every", "no") for last in ("one", "thing", "body", "where", "how")]
    + [first + last for first in ("there", "here", "where") for last in str.split("in of to by after under upon on with as for fore from")]
    + str.split(
        "within without withhold withdraw withstand cannot into onto upon another inform information install instead inside input output "
        "outside update upgrade understand undertake overall notwithstanding however whatever whenever whoever moreover furthermore forward "
        "format former otherwise likewise before because become behalf below beyond also although always almost together today toward "
        "towards himself herself itself themselves yourself ourselves myself website database handbook parent person persons personal"
    )
)


def is_broken(line: str) -> bool:
    """Whether a line ends in a hyphen that stands right after a word."""
    return bool(_BROKEN.search(line))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, and whether a program broke them at line ends."""

    words: frozenset[str]
    is_hyphenated: bool  # most hyphens at line ends are then the program's own

    @classmethod
    def of(cls, pages: Iterable[Iterable[str]]) -> Vocabulary:
        """Read all lines of all pages; the pieces of broken words are no words."""
        lines = [line for page in pages for line in page]
        words: set[str] = set()
        for before, line in pairwise(["", *lines]):
            found = line.split()
            whole = found[1 if is_broken(before) else 0 :]
            words.update(word.lower().strip(_STRIPPED) for word in whole)
        return cls(frozenset(words), sum(map(is_broken, lines)) > _MANY * len(lines))

    def joint(self, text: str, line: str) -> tuple[str, str]:
        """`text` up to where `line` goes on with it, and what stands between the two: "" or a space.

        >>> mine = Vocabulary(frozenset({"notify", "royalty"}), is_hyphenated=True)
        >>> mine.joint("shall noti-", "fy the"), mine.joint("a royalty-", "free"), mine.joint("in K-", "12 schools")
        (('shall noti', ''), ('a royalty-', ''), ('in K-', ''))
        >>> mine.joint("both pre-", "and post-contract"), mine.joint("shall", "not")
        (('both pre-', ' '), ('shall', ' '))
        """
        if text.endswith("\u00ad"):
            return text, ""  # tidied away with all others
        broken = _BROKEN.search(text)
        follows = re.match(r"\w[^\s]*", line)
        if not broken or not follows or follows.group() in ("and", "or", "and/or", "nor"):
            return text, " "
        left, right = broken.group(1), follows.group()
        if right[0].isdigit():
            return text, ""
        is_upper = left.isupper() and right.rstrip(_STRIPPED).isupper()
        if not right[0].islower() and not is_upper:
            return text, " " if left[-1].isdigit() else ""
        return (text if self._is_compound(left.lower(), right.lower()) else text[:-1]), ""

    def _is_compound(self, left: str, right: str) -> bool:
        """Whether the hyphen of "non-" / "exclusive" belongs to the word: ask the rest of the document."""
        if re.search(r"[/@\d]", left):
            return True  # an address, a file, "30-day"
        left, right = left.strip(_STRIPPED), re.sub(r"[^\w-].*$", "", right)
        if left + right in self.words:
            return False
        if f"{left}-{right}" in self.words:
            return True
        chain, _, left = left.rpartition("-")
        right = right.partition("-")[0]
        if left + right in self.words or left + right in _CLOSED:
            return False
        if len(left) == 1 or left in _PREFIXES or (chain and left in _WITHIN):
            return True
        if right in _SECONDS and len(left) > 2 and left not in _UNITED:
            return True
        return (left in self.words and right in self.words) or not self.is_hyphenated
