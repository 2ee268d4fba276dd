"""XML parsed so that nothing outside the file is opened and nothing in it can grow."""

import re

from lxml import etree

from juesuan_desktop.intake.refusal import DAMAGED, ENTITIES, Refusal

_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def refuse_entities(xml: bytes) -> None:
    """Raises Refusal for XML that declares entities, before anybody parses it."""
    if _ENTITY.search(xml):
        raise Refusal(ENTITIES)


def parsed(xml: bytes) -> etree._Element:
    """The root element. Raises Refusal for entities and for XML that is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal(DAMAGED) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Refusal(ENTITIES)
    return root


def parsed_text(text: str) -> etree._Element:
    """The root element of XML whose encoding was found out already."""
    declaration = re.match(r"\s*<\?xml[^>]*\?>", text)
    xml = text[declaration.end() if declaration else 0 :].strip().encode("utf-8", "replace")
    refuse_entities(xml)
    return parsed(xml)
