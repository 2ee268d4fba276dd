"""A sheet on which blocks of cells are selected, as in Excel."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from juesuan_desktop.gui.grid.model import MARGIN, GridModel
from juesuan_desktop.gui.grid.moves import GridMoves
from juesuan_desktop.gui.grid.sheet_view import SheetView
from juesuan_desktop.gui.grid.zoom import Zoom
from juesuan_desktop.gui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
SELECT = QItemSelectionModel.SelectionFlag


class SelectingView(SheetView):
    """``blockChanged``: more or fewer cells are selected."""

    blockChanged = Signal()

    def __init__(self, model: GridModel, look: Look, zoom: Zoom, parent: QWidget | None = None) -> None:
        super().__init__(model, look, zoom, parent)
        self._moves = GridMoves(model, self.a_page_from)

    def select_all(self) -> None:
        """Every figure of the table."""
        places = self._model.places()
        if places:
            rows, columns = zip(*places, strict=True)
            self.select(places[0], (max(rows), max(columns)))

    def select(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """A block from one place of the model to another; the current cell is its first."""
        self.setCurrentIndex(self._model.index(*first))
        self._reach(self._model.index(*last))

    def stand_at(self, index: QModelIndex) -> None:
        """Make a figure current, and nothing else selected."""
        self.setCurrentIndex(index)
        self._reach(index)

    # Internal

    def _reach(self, far: Index) -> None:
        """Select from the current cell to another one, and bring that into sight."""
        if not far.isValid() or (self.block.near, self.block.far) == (self.currentIndex(), far):
            return
        self.block.reach(far)
        self.selectionModel().select(QItemSelection(self.currentIndex(), self.block.far), SELECT.ClearAndSelect)
        self.scrollTo(far)
        self.viewport().update()
        self.blockChanged.emit()

    def _is_selected(self, event: QMouseEvent) -> bool:
        """Whether a place lies in the selected block: the context menu is for all of it."""
        return self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))

    def _walk(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        """On to the next figure inside the selected block, which stays selected."""
        back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier) or key == Qt.Key.Key_Backtab
        block = [(cell.row + MARGIN, cell.column + MARGIN) for cell in self.block.figures()]
        target = self._moves.inside(block, self.currentIndex(), key, back=back)
        self.block.hold()
        self._walks = True
        self.selectionModel().setCurrentIndex(target, SELECT.NoUpdate)
        self._walks = False
        self.scrollTo(target)
        self.blockChanged.emit()

    _walks = False
