"""The parts of a .docx besides its text, found as Word finds them, and the small words for walking through XML."""

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from juesuan_desktop.intake.office.parcel import Parcel
from juesuan_desktop.intake.office.safe_xml import parsed

Element = etree._Element
_ANY_SPACE = "{*}"


def local(element: Element) -> str:
    """The name without its namespace: the strict kind of .docx has other ones."""
    return _local(str(element.tag))


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def child(parent: Element | None, *path: str) -> Element | None:
    """The first child of that name, or a child's child …; None if there is none."""
    for name in path:
        parent = None if parent is None else next(parent.iterchildren(_ANY_SPACE + name), None)
    return parent


def children(parent: Element | None, name: str) -> Iterator[Element]:
    """All children of that name."""
    return iter(()) if parent is None else parent.iterchildren(_ANY_SPACE + name)


def by_name(parent: Element | None) -> dict[str, Element]:
    """The children by their names, the last of each: for properties, of which there is one of a kind."""
    return {} if parent is None else {local(one): one for one in parent}


def has(root: Element, *names: str) -> bool:
    """Whether there is anything of these names anywhere below."""
    return next(root.iter(*(_ANY_SPACE + name for name in names)), None) is not None


def value(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute without its namespace; '' where the element has none, None where there is no element."""
    if element is None:
        return None
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == attribute), "")


def is_on(element: Element | None) -> bool:
    """Whether a property that can be switched off is on."""
    return value(element) not in (None, "0", "false", "off")


def other_parts(parcel: Parcel, main: str) -> Mapping[str, Element]:
    """The roots of the parts that text needs (numbering, styles, footnotes, endnotes), by kind, where there are any."""
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    if relations not in parcel.names:
        return {}
    targets = {
        (value(one, "Type") or "").rpartition("/")[2]: _place(folder, value(one, "Target") or "")
        for one in parsed(parcel.part(relations))
    }
    kinds = ("numbering", "styles", "footnotes", "endnotes")
    return {kind: parsed(parcel.part(targets[kind])) for kind in kinds if targets.get(kind) in parcel.names}


def _place(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
