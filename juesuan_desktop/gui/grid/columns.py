"""How wide the columns of a table are, at any zoom: the form's widths and the words in them."""

from juesuan_desktop.forms.grid import Grid, Role
from juesuan_desktop.gui.grid.measure import PAD, ZOOMS, SheetFonts, is_amount
from juesuan_desktop.gui.look.fonts import Fonts

STEP = 0.05
WIDER = 0.2  # a label that lacks this little gets it, rather than a second line with one character
ANY_DIGIT = str.maketrans("123456789", "000000000")


class Columns:
    """What decides the widths of one table: each word of a column once, and of amounts only how many digits they have,
    so that the thousands of a long table are a few. Looked up once, measured at every zoom that is tried."""

    def __init__(self, grid: Grid) -> None:
        self._form = grid.widths
        ruled = [cell for cell in grid.cells if cell.width == 1 and cell.role.is_ruled]
        self._amounts = {(cell.column, cell.text.translate(ANY_DIGIT)) for cell in ruled if is_amount(cell)}
        self._words = {(cell.column, cell.role, cell.text) for cell in ruled if not is_amount(cell)}

    def at(self, fonts: SheetFonts) -> tuple[int, ...]:
        """The form's widths, and room beside words that just fill them; an amount always has its room."""
        ruler = fonts.ruler(Role.LABEL)
        unit = ruler.width("国国国国国国国国国国") / 20
        nominal = [round(width * unit) for width in self._form]
        columns = list(nominal)
        for column, amount in self._amounts:
            columns[column] = max(columns[column], ruler.width(amount.replace("0", ruler.widest_digit)) + 2 * PAD)
        for column, role, text in self._words:
            width = ruler.width(text)
            if width <= nominal[column] * (1 + WIDER if role is Role.LABEL else 1) + 1:
                columns[column] = max(columns[column], width + 2 * PAD)
        return tuple(columns)

    def fitting_zoom(self, fonts: Fonts, available: int, least: float) -> float:
        """The greatest zoom, in steps of a twentieth, at which the table fits a width; not less than ``least``."""
        natural = sum(self.at(SheetFonts.at(fonts, 1.0)))
        for zoom in (zoom for zoom in ZOOMS if least < zoom < available / natural + STEP):
            if sum(self.at(SheetFonts.at(fonts, zoom))) <= available:
                return zoom
        return least
