"""The window. The only package that knows Qt.

Its rooms, each knowing only those after it: `scenes` (pictures of all that follows), `printing`, `taking` (import and
roll-over), `viewing` (a foreign report), `findings`, `overview` and `panels`, `pages`, `grid`, `look`. The files
beside them put these together: `window` on top, the open report and what the window remembers below.
"""
