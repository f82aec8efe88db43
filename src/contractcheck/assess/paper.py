"""What kind of paper a document is, and what counsel must know about it as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contractcheck.contract import Contract
from contractcheck.findings import Caution, Evidence, Instrument
from contractcheck.span import Span

MAX_QUOTES = 3
# No sentence is longer; a file made to look so must not keep the expressions below busy for minutes.
MAX_SENTENCE_CHARACTERS = 20_000
# Quoted around the words that hit where a sentence is longer than this.
MAX_QUOTE_CHARACTERS = 600

_OUR_PAPER = r"(?:terms(?:\s+(?:of|and)\s+\w+)?|polic(?:y|ies)|agreement|notice|statement|addendum|conditions|contract|document|license|guidelines|dpa|eula)"

_SIGNING = re.compile(
    r"\bin\s+witness\s+whereof\b|\bauthori[sz]ed\s+(?:signature|signatory\s*[:_]|representative\s*:)|^\s*(?:signature|signed|by|signed by)\s*:|/s/"
    r"|\bby:\s*_{2,}|\bsignature:?\s*_{2,}|\b(?:docusigned|digitally signed|electronically signed)\s+by\b",
    re.I,
)
# Case matters for the name of a signer, hence no flag for it.
_SIGNER = re.compile(r"(?:By|BY|by|Signature|Signed|Signed by)\s*:\s*(?!Name|Title|Date|Print|Its)[A-Z][\w.’'-]+(?:\s+[A-Z]\.)?\s+[A-Z][\w’'-]+")
_SIGNED_MARK = re.compile(r"/s/\s*\w|\b(?:docusigned|digitally signed|electronically signed)\s+by\b:?\s*\w", re.I)

_ACCEPTED_BY_USE = re.compile(
    r"\bby\s+(?:using|accessing|visiting|browsing|downloading|registering|clicking|creating|continuing|installing|signing\s+up)\b[^.]{0,160}?\byou\b[^.]{0,60}?\b(?:agree|accept|consent|acknowledge|are\s+bound)"
    r"|\b(?:use|access)\b[^.]{0,120}?\b(?:constitutes?|signifies|means|indicates)\b[^.]{0,60}?\b(?:acceptance|agree\w*|consent|accept)\b"
    r"|\b(?:this|our|the|these)\s+(?:[A-Z]\w+\s+){0,3}(?:online\s+)?(?:privacy\s+(?:policy|notice|statement)|terms\s+of\s+(?:use|service))\b[^.]{0,60}?\b(?:describes?|explains?|applies|apply|govern|sets?\s+out|tells?|outlines?)\b",
    re.I,
)
_DATED = re.compile(
    r"\b(?:last\s+(?:updated|modified|revised|changed|reviewed)|effective(?:\s+date|\s+as\s+of)?|updated|date\s+of\s+last\s+revision|version\s+date)\s*(?:on|as\s+of|:|\()?\s*:?\s*"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,4}(?:st|nd|rd|th)?[\s/.-])",
    re.I,
)

# "[ ]" is a box to tick, "[1]" a note: neither is a blank to fill in.
_BLANK = re.compile(
    r"_{3,}(?!\w)|\{\{[^{}]{1,60}\}\}|\{[a-z]+(?:_[a-z]+)+\}|\.{8,}|…{3,}|\[[\s_•●*]{2,}\]|\[[•●*]\]"
    r"|[\[<{]\s*(?:please\s+)?(?:insert|enter|fill\s+in|specify|add|complete|type|choose|select|tbd|to be (?:completed|determined))\b[^\]>}]{0,120}[\]>}]"
    r"|\[\s*(?:your\s+|the\s+|name\s+of\s+|full\s+)?(?:legal\s+)?(?:vendor|company|provider|organi[sz]ation|business|district|school|lea|customer|client|party|name|date|address|city|state|country|county"
    r"|number|title|e-?mail|phone|telephone|website|url|product|service|agency|institution|university|month|day|year|xx+|amount|role)\b[^\]]{0,60}\](?!\()"
    r"|(?-i:\[[A-Z][A-Z’'/&,-]+(?:\s+[A-Z0-9’'/&,-]+){0,7}\])(?!\()|\b[xX]{2}/[xX]{2}/[xX]{2,4}\b|\bTBD\b",
    re.I,
)

# Pages saved with their scripts, and examples of what a label will say, hold no blanks.
_NO_BLANK = re.compile(r"\b(?:window|document)\.\w|\bfunction\b[^.]{0,40}\(|=>|CDATA|\b(?:var|const|let)\s+\w+\s*=|\be\.g\.", re.I)

_CHANGES = re.compile(
    rf"\b(?:may|can|reserves?\s+the\s+(?:sole\s+|absolute\s+|exclusive\s+)?right|right|entitled|will|discretion|free)\b(?:\s*,[^,]{{0,60}},)?\s*"
    rf"(?:(?:to|at|in|from|time|any|our|its|sole|own|also|and|unilaterally|periodically|occasionally|discretion|need|change|or|without|notice|prior)\s*,?\s*){{0,12}}"
    rf"(?:change|modify|amend|revise|update|alter|replace|make\s+(?:\w+\s+){{0,2}}(?:changes|modifications|amendments|revisions|updates))\w*\b(?:(?!\b(?:subject|under|described|accordance|pursuant)\b)[^.;]){{0,80}}?"
    rf"\b(?:this|these|our|the|such|its)\s+(?:\w+\s+){{0,4}}?{_OUR_PAPER}\b"
    rf"|\b(?:this|these|our|the)\s+(?:\w+\s+){{0,3}}{_OUR_PAPER}\b[^.;]{{0,30}}?\b(?:may|can|is\s+subject\s+to|are\s+subject\s+to)\s+(?:\w+\s+){{0,2}}?(?:be\s+(?:\w+\s+)?)?(?:changed?|modified|amended|revised|updated|changes?|revisions?)\b"
    rf"|\b(?:this|these|our|the)\s+(?:\w+\s+){{0,3}}{_OUR_PAPER}\b[^.;]{{0,30}}?\b(?:updated|revised|amended|modified|changed)\s+from\s+time\s+to\s+time\b"
    r"|\b(?:continue\w*\s+(?:to\s+)?(?:use|access)|by\s+(?:using|accessing))\b[^.;]{0,80}?\b(?:after|following)\b[^.;]{0,60}?\b(?:changes?|modifications?|updated?|revised|revisions?|amendments?)\b[^.;]{0,80}?\b(?:accept\w*|agree\w*|consent\w*)\b"
    rf"|\bchanges?\s+to\s+(?:this|these|our|the)\s+(?:\w+\s+){{0,3}}{_OUR_PAPER}\b[^.;]{{0,60}}?\b(?:by\s+(?:posting|updating)|effective\s+(?:immediately\s+)?(?:up)?on\s+posting)\b",
    re.I,
)
_NO_CHANGE = re.compile(
    r"\b(?:with(?:out)?|by|upon|subject\s+to|unless|until|only\s+if|only\s+(?:with|by|in))\b[^.;]{0,60}?\b(?:mutual(?:ly)?|both\s+parties|each\s+party|the\s+parties|all\s+parties"
    r"|(?:prior\s+|express\s+|written\s+){1,3}(?:consent|agreement|approval)|consent\s+of\s+the\s+(?:district|school|lea|customer|client)|writing\s+signed|signed\s+(?:by|writing))"
    r"|\b(?:district|school|lea|customer|client|board|agency)(?:['’]s)?\s+(?:\w+\s+){0,2}(?:consent|approval|agreement)\b"
    r"|\b(?:may|shall|will|can)\s+(?:not|only)\b[^.;]{0,60}?\b(?:change|modify|amend|revise|alter|changed|modified|amended|revised|altered)\b"
    r"|\b(?:you|customer|district|school|lea|users?|parents?)\s+(?:may|can)\s+(?:\w+\s+){0,2}(?:change|modify|amend|revise|update)\b"
    r"|\bcourt\s+(?:\w+\s+){0,4}(?:may|shall|will|can)\b"
    r"|\b(?:parties|both\s+parties)\b[^.;]{0,30}\b(?:may|can)\b[^.;]{0,30}\b(?:amend|modify|change)",
    re.I,
)

_ONLINE_TERMS = (
    r"(?:(?:online|website|posted|click\w*|standard|latest|current)\s+(?:\w+\s+){0,2}(?:terms|polic(?:y|ies)|agreement)|terms\s+of\s+(?:use|service)|terms\s+(?:and|&)\s+conditions"
    r"|privacy\s+(?:policy|notice|statement)|end[\s-]user\s+licen[sc]e\s+agreement|eula|acceptable\s+use\s+policy|these\s+terms)"
)
_PREVAILS = r"(?:prevails?|controls?|governs?|takes?\s+precedence|supersedes?|overrides?)"
_ONLINE_PREVAIL = re.compile(
    rf"\b{_ONLINE_TERMS}(?:\s+(?!this\b|these\b|the\s+(?:dpa|agreement|addendum))[^\s,.;]+){{0,8}}?\s+(?:shall|will|do|does|must)?\s*(?:always\s+)?{_PREVAILS}\b"
    r"(?![^.;]{0,20}\bby\s+(?:the\s+)?laws)",
    re.I,
)
# "govern your use" sets no order among papers; only a conflict, or another paper overridden, does.
_CONFLICT = re.compile(r"\b(?:conflict|inconsisten\w+|discrepanc\w+|contradict\w*|prevails?|precedence|supersedes?|overrides?)\b", re.I)
_NO_OTHER_PAPER = re.compile(r"\bsupersedes?\b[^.;]{0,60}\b(?:previous|earlier|prior)\s+versions?\b|\barbitration\b", re.I)

_BREACH = (
    r"(?:(?:unauthori[sz]ed|illegal|unlawful|improper)\s+(?:\w+\s+){0,2}?(?:access|use|disclosure|acquisition|interception|entry)|(?:security|data|privacy)\s+(?:breach(?:es)?|incidents?)|breach(?:es)?\s+of\s+(?:\w+\s+){0,2}(?:security|data|privacy|confidentiality)"
    r"|hack(?:ing|ers?|ed)?\b|theft\s+of\s+(?:\w+\s+){0,2}(?:data|information|content))"
)
_LIABILITY_EXCLUDED = re.compile(
    rf"\b(?:(?:not|never|neither|nor)\s+(?:\w+\s+){{0,8}}?(?:liable|responsible|accountable)|no\s+(?:\w+\s+)?(?:liability|responsibility)|(?:disclaims?|excludes?|waives?|releases?)\s+(?:\w+\s+){{0,4}}?(?:liability|responsibility|claims?)"
    rf"|in\s+no\s+event\s+(?:shall|will)\b[^.;]{{0,160}}?\bliable|cannot\s+(?:\w+\s+)?(?:be\s+held\s+)?(?:liable|responsible)|free\s+(?:from|of)\s+(?:any\s+)?liability)\b[^.]{{0,600}}?\b{_BREACH}",
    re.I,
)
_OTHERS_LIABILITY = re.compile(r"\b(?:district|school|lea|customer|client|board|agency|institution|user|you)\s+(?:shall|will|is|are|has|have)\s+(?:not|no)\b[^.;]{0,40}?\b(?:liable|responsible|liability|responsibility)\b", re.I)

_OTHER_PAPER = rf"(?:(?:privacy|cookies?|data|security|acceptable|usage|community|retention|refund|student|children|terms|service|user|end|master|license|licen[sc]ing|subscription|hosting|processing|additional|supplemental|other|product)[\w\s’'-]{{0,40}}?)?{_OUR_PAPER}"
_LINKED = re.compile(
    rf"\b{_OUR_PAPER}\b[^.;]{{0,100}}?\b(?:(?:is|are)\s+(?:hereby\s+|herein\s+)?incorporated\b|incorporated\s+(?:herein\s+|hereby\s+|into\s+[^.;]{{0,60}})?by\s+(?:this\s+)?reference)"
    rf"|\bincorporates?\b[^.;]{{0,60}}?\b{_OUR_PAPER}\b[^.;]{{0,60}}?\bby\s+reference"
    rf"|\b{_OUR_PAPER}\b[^.;]{{0,60}}?\b(?:available|found|located|posted|published|set\s+(?:forth|out)|accessible|accessed|viewed|provided|described|as\s+seen)\s+(?:\w+\s+){{0,3}}?(?:at|on|in|here|via)?\s*:?\s*[(<\[]?(?:https?://|www\.)"
    rf"|\b(?:see|read|review|consult|visit|refer\s+to|according\s+to|in\s+accordance\s+with|subject\s+to|governed\s+by|agree\s+to|abide\s+by|comply\s+with"
    r"|covered\s+by|described\s+in|bound\s+by)\s+(?:\w+\s+){0,3}?(?:our|the\s+(?:company|provider|vendor|operator|licensor)['’]s"
    rf"|(?-i:Company|Provider|Vendor|Operator|Licensor)['’]s)\s+(?:\w+\s+){{0,4}}?{_OTHER_PAPER}\b"
    rf"|\b{_OUR_PAPER}\b[^.;]{{0,20}}?\(?\s*(?:https?://|www\.)\S+",
    re.I,
)
# What is attached is in the file or plainly absent from it; nothing is hidden behind a link.
_NOT_ELSEWHERE = re.compile(
    r"\b(?:attached|annexed|appended|enclosed|exhibit|schedule|appendix|annex|attachment)\b|\b(?:updated|revised|modified|new|changed)\s+(?:version|polic|terms|notice)"
    r"|\bnot\s+(?:covered|governed)\s+by\b|\bour\s+agreement\b",
    re.I,
)
_NAMES = re.compile(r"privacy\s+(?:policy|notice|statement)|terms\s+(?:of\s+(?:use|service)|and\s+conditions)|data\s+processing\s+(?:addendum|agreement)", re.I)
# A paper says what it is in its first lines.
TITLE_LINES = 2
MAX_TITLE_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Kind:
    """A caution: what it tells counsel, the words that raise it, and those that take it back."""

    id: str
    text: str
    hit: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...] = ()
    needs: re.Pattern[str] | None = None


_KINDS = (
    _Kind(
        "unilateral-change",
        "The vendor may change these terms without the district's consent: what is promised today may not hold tomorrow.",
        _CHANGES,
        (_NO_CHANGE,),
    ),
    _Kind("online-terms-prevail", "Terms kept online prevail over this paper: they can take back what it promises.", _ONLINE_PREVAIL, (_NO_OTHER_PAPER,), _CONFLICT),
    _Kind("blanks-open", "Blanks are still open: it was read as if they were filled in.", _BLANK, (_NO_BLANK,)),
    _Kind("breach-liability-excluded", "The vendor excludes its liability for breaches or unauthorised access.", _LIABILITY_EXCLUDED, (_OTHERS_LIABILITY,)),
    _Kind("linked-terms-not-reviewed", "It refers to terms kept elsewhere. They were not reviewed: check them too.", _LINKED, (_NOT_ELSEWHERE,)),
)


def instrument(contract: Contract) -> Instrument:
    """What kind of paper it is, with the words that show it.

    A place to sign makes it an agreement, "unsigned form" until a name or a mark stands there; a
    signature that is only a picture cannot be seen. Open blanks make a form of a paper without a
    place to sign, unless it speaks as a web page does.
    """
    lines = list(_lines(contract))
    signing = [(span, text) for span, text in lines if _SIGNING.search(text)]
    blanks = [(span, text) for span, text in lines if _BLANK.search(text)]
    by_use = [(span, text) for span, text in lines if _ACCEPTED_BY_USE.search(text)]
    dated = [(span, text) for span, text in lines if _DATED.search(text)]
    signed = [(span, text) for span, text in signing if _SIGNED_MARK.search(text) or _SIGNER.search(text)]
    if signed:
        return Instrument("signed agreement", _quotes(contract, signed, _SIGNING))
    if signing:
        return Instrument("unsigned form", _quotes(contract, signing, _SIGNING))
    if by_use:
        return Instrument("web terms", _quotes(contract, by_use, _ACCEPTED_BY_USE))
    if blanks:
        return Instrument("unsigned form", _quotes(contract, blanks, _BLANK))
    if dated:
        return Instrument("web terms", _quotes(contract, dated, _DATED))
    return Instrument("unknown")


def cautions(contract: Contract) -> tuple[Caution, ...]:
    """What counsel must know about the paper as a whole, each with its words, at most MAX_QUOTES of them."""
    lines = list(_lines(contract))
    own = _own_names(lines)
    found = []
    for kind in _KINDS:
        # "Described in our Privacy Policy" points to no other paper where this one is the privacy policy.
        read = [(span, own.sub("it", text)) for span, text in lines] if own and kind.id == "linked-terms-not-reviewed" else lines
        hits = {span for span, _ in _hits(kind, read)}
        if quotes := _quotes(contract, [line for line in lines if line[0] in hits], kind.hit):
            found.append(Caution(kind.id, kind.text, quotes))
    return tuple(found)


def _own_names(lines: Sequence[tuple[Span, str]]) -> re.Pattern[str] | None:
    """What the paper calls itself in its title, as a pattern; None where its title names no kind of paper."""
    titles = [text for _, text in lines[:TITLE_LINES] if len(text.split()) <= MAX_TITLE_WORDS and not text.endswith(".")]
    names = {name.group().lower() for text in titles for name in _NAMES.finditer(text)}
    return re.compile("|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names)), re.I) if names else None


def _hits(kind: _Kind, lines: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    for span, text in lines:
        if kind.hit.search(text) and not any(p.search(text) for p in kind.unless) and (kind.needs is None or kind.needs.search(text)):
            yield span, text


def _lines(contract: Contract) -> Iterator[tuple[Span, str]]:
    for sentence in contract.sentences:
        yield sentence.span, contract.text_of(sentence)[:MAX_SENTENCE_CHARACTERS]


def _quotes(contract: Contract, hits: Iterable[tuple[Span, str]], pattern: re.Pattern[str]) -> tuple[Evidence, ...]:
    sections = {sentence.span: sentence.clause.section for sentence in contract.sentences}
    out = []
    for whole, text in hits:
        span = Span(whole.start, whole.start + len(text))
        if len(text) > MAX_QUOTE_CHARACTERS and (match := pattern.search(text)):
            middle = (match.start() + match.end()) // 2
            start = max(0, min(middle - MAX_QUOTE_CHARACTERS // 2, len(text) - MAX_QUOTE_CHARACTERS))
            span = Span(whole.start + start, whole.start + start + MAX_QUOTE_CHARACTERS)
        out.append(Evidence(span.of(contract.document.text), span, contract.document.locate(span).page, sections[whole], None))
        if len(out) == MAX_QUOTES:
            break
    return tuple(out)
