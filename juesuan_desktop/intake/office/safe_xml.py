"""XML parsed so that nothing outside the file is opened and nothing in it can grow."""

import re

from lxml import etree

from juesuan_desktop.intake.refusal import DAMAGED, ENTITIES, Refusal

_ENTITY = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


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
    if _ENTITY.search(text):
        raise Refusal(ENTITIES)
    declaration = re.match(r"\s*<\?xml[^>]*\?>", text)
    return parsed(text[declaration.end() if declaration else 0 :].strip().encode("utf-8", "replace"))
