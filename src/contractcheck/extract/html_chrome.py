"""Which elements of a page are the site around the text: scripts, menus, banners, form controls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NEVER_TEXT = frozenset(
    str.split(
        "script style noscript template svg math canvas iframe object embed head link meta title base select option optgroup datalist "
        "input img picture video audio source track map area progress meter rp rt"
    )
)
_CONTAINERS = frozenset(str.split("div section aside header footer nav ul ol form dialog menu table p span"))

# Ids and classes of consent managers: nothing inside them belongs to the agreement.
_CONSENT_MANAGERS = re.compile(
    r"\b(?:onetrust-(?:consent-sdk|banner-sdk|pc-sdk)|CybotCookiebotDialog|cookiebot-dialog|cc-window|cky-consent-container|cky-modal|"
    r"truste_(?:box_)?overlay|qc-cmp2-container|usercentrics-root|didomi-(?:host|popup)|osano-cm-window|termly-code-snippet-support|"
    r"iubenda-cs-banner|cmplz-cookiebanner|moove_gdpr_cookie_info_bar|moove_gdpr_cookie_modal|hs-eu-cookie-confirmation)\b",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"(?:cookie|gdpr|consent)[-_ ]?\w{0,12}[-_ ]?(?:banner|bar|popup|pop-up|modal|overlay|dialog|notice|message|alert|toast)\b",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navmenu|menu|menus|submenu|megamenu|breadcrumbs?|skip-?(?:link|nav|to-\w+)|skiplink|social(?:-?(?:links|icons|media|share))?|"
    r"share(?:-?(?:links|buttons|bar))?|sharing|pagination|pager|lang(?:uage)?-?(?:switcher|selector|picker)|site-?(?:header|footer|nav|map)|"
    r"global-?(?:header|footer|nav)|page-?footer|footer|footer-?(?:links|nav|menu)|sidebar|masthead|topbar|toolbar|tabs|drawer|login|search)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SKIP_LINK = re.compile(
    r"(?:skip|jump)(?: (?:to|past|over))?(?: the)?(?: (?:main|primary|page))?(?: (?:content|nav(?:igation)?|menu|footer|search|text|article))?",
    re.IGNORECASE,
)
_ROLES = frozenset({"navigation", "search", "menu", "menubar", "toolbar", "tablist"})
_LEGAL = re.compile(r"\b(?:shall|must|agree[sd]?|liab|collect|disclos|consent|terminat|warrant|personal (?:data|info))", re.IGNORECASE)
_MAX_BANNER_WORDS = 120
_MAX_CHROME_WORDS = 400


def is_chrome(node: LexborNode) -> bool:
    """Whether `node` and all inside it can be left out without losing a clause."""
    tag = node.tag or ""
    if tag in _NEVER_TEXT:
        return True
    if tag == "button":
        return not _opens_panel(node)
    if tag == "textarea":
        return len(node.text(deep=True).split()) < 20  # some sites show their whole terms in one
    if tag == "a":
        return "#" in (node.attributes.get("href") or "") and bool(_SKIP_LINK.fullmatch(" ".join(node.text(deep=True).split())))
    if tag not in _CONTAINERS:
        return False
    attributes = node.attributes
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if _CONSENT_MANAGERS.search(names):
        return True
    if _BANNER.search(names):
        return _words(node) <= _MAX_BANNER_WORDS
    looks_like_menu = tag in ("nav", "footer") or (attributes.get("role") or "").lower() in _ROLES or bool(_NAVIGATION.search(names))
    return looks_like_menu and _is_only_links(node)


def _opens_panel(button: LexborNode) -> bool:
    """An accordion's button is the heading of its panel."""
    if "aria-expanded" in button.attributes or "accordion" in (button.attributes.get("class") or ""):
        return True
    parent = button.parent
    return parent is not None and (parent.tag in ("summary", "dt", "legend") or bool(re.fullmatch(r"h[1-6]", parent.tag or "")))


def _is_only_links(node: LexborNode) -> bool:
    """Whether what the element says is links and stray words, not sentences."""
    if node.css_first("h1"):
        return False
    words = _words(node)
    if words == 0:
        return True
    if words > _MAX_CHROME_WORDS and len(node.css("p")) > 2:
        return False
    linked = sum(len(link.text(deep=True).split()) for link in node.css("a, button, label"))
    outside = words - linked
    if linked / words >= 0.6 and outside <= 40:
        return True
    return words <= 40 and not _LEGAL.search(node.text(deep=True, separator=" "))


def _words(node: LexborNode) -> int:
    scripts = sum(len(script.text(deep=True).split()) for script in node.css("script, style, noscript, select"))
    return max(len(node.text(deep=True, separator=" ").split()) - scripts, 0)
