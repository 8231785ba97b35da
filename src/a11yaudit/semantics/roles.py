"""Explicit and implicit roles (WAI-ARIA 1.2, HTML-AAM), as far as the rules need them."""

from collections.abc import Mapping

IMPLICIT: Mapping[str, str] = {
    "article": "article", "aside": "complementary", "blockquote": "blockquote", "button": "button", "caption": "caption", "code": "code",
    "datalist": "listbox", "dd": "definition", "details": "group", "dfn": "term", "dialog": "dialog", "dt": "term", "em": "emphasis",
    "fieldset": "group", "figure": "figure", "form": "form", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading", "hr": "separator", "html": "document", "img": "img", "li": "listitem", "main": "main",
    "math": "math", "menu": "list", "meter": "meter", "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option",
    "output": "status", "p": "paragraph", "progress": "progressbar", "search": "search", "strong": "strong", "table": "table",
    "tbody": "rowgroup", "td": "cell", "textarea": "textbox", "tfoot": "rowgroup", "th": "columnheader", "thead": "rowgroup",
    "time": "time", "tr": "row", "ul": "list",
}  # fmt: skip
KNOWN = frozenset(IMPLICIT.values()) | frozenset(
    "alert alertdialog application banner checkbox combobox contentinfo directory document feed figure generic grid gridcell img link list"
    " log marquee menu menubar menuitem menuitemcheckbox menuitemradio none note presentation radio radiogroup region rowheader scrollbar"
    " searchbox slider spinbutton switch tab tablist tabpanel textbox timer toolbar tooltip tree treegrid treeitem".split()
)
NAMED_BY_CONTENT = frozenset(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row rowheader switch tab"
    " tooltip treeitem".split()
)
GLOBAL = (
    "aria-label aria-labelledby aria-describedby aria-details aria-live aria-controls aria-owns aria-flowto aria-atomic aria-busy"
    " aria-current aria-relevant aria-roledescription aria-keyshortcuts"
).split()
_INPUTS = {
    "button": "button", "submit": "button", "reset": "button", "image": "button", "checkbox": "checkbox", "radio": "radio",
    "range": "slider", "number": "spinbutton", "search": "searchbox",
}  # fmt: skip


def explicit(attributes: Mapping[str, str | list[str]]) -> str | None:
    """The first known role of the `role` attribute."""
    given = attributes.get("role", "")
    tokens = (" ".join(given) if isinstance(given, list) else given).lower().split()
    return next((token for token in tokens if token in KNOWN), None)


def implicit(name: str, attributes: Mapping[str, str | list[str]]) -> str | None:
    """The role that HTML gives an element by itself."""
    if name in ("a", "area"):
        return "link" if "href" in attributes else None
    if name == "input":
        return _INPUTS.get(str(attributes.get("type", "text")).lower(), "textbox")
    if name == "select":
        return "listbox" if "multiple" in attributes else "combobox"
    if name == "img" and attributes.get("alt") == "":
        return "presentation"
    if name == "section":
        return "region" if "aria-label" in attributes or "aria-labelledby" in attributes else None
    if name == "svg":
        return "img" if "aria-label" in attributes or "aria-labelledby" in attributes else None
    return IMPLICIT.get(name)
