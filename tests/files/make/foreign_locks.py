"""Tells a running LibreOffice to save files with a password; run by foreign.py with the Python that has ``uno``.

Old Excel's encryption wants its key ready made (MS-OFFCRYPTO 2.3.6.2), the newer one just the word.
"""

# mypy: ignore-errors
import hashlib
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue, PropertyValue

SALT = bytes(range(16))


def value(kind, name, content):
    """A name with a value, as LibreOffice passes them."""
    one = kind()
    one.Name, one.Value = name, content
    return one


def locks(password, form):
    """What the format's writer needs to know of the password."""
    if "97" not in form:
        return {"OOXPassword": password, "CryptoType": "Standard"}
    short = hashlib.md5(password.encode("utf-16-le")).digest()[:5]
    key = hashlib.md5((short + SALT) * 16).digest()
    return {"STD97EncryptionKey": uno.ByteSequence(key), "STD97UniqueID": uno.ByteSequence(SALT)}


def connected(port):
    """The office's desktop, as soon as it answers."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(100):
        try:
            there = resolver.resolve(f"uno:{port}StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
        else:
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    raise SystemExit("LibreOffice does not answer")


def main(port, password, *words):
    """Save each (old file, new file, format) of the words."""
    desktop = connected(port)
    for old, new, form in zip(words[::3], words[1::3], words[2::3], strict=True):
        hidden = value(PropertyValue, "Hidden", True)
        document = desktop.loadComponentFromURL(Path(old).as_uri(), "_blank", 0, (hidden,))
        named = tuple(value(NamedValue, *pair) for pair in locks(password, form).items())
        data = uno.Any("[]com.sun.star.beans.NamedValue", named)
        told = (value(PropertyValue, "FilterName", form), value(PropertyValue, "EncryptionData", data))
        document.storeToURL(Path(new).as_uri(), told)
        document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
