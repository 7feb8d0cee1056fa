"""The right field part for a line of the pane, filled and read."""

from ui.customers.fields import Line
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.inputs import Input


def field_for(line: Line) -> Field:
    """The right field part for `line`, filled."""
    control = Combo(list(line.choices)) if line.choices else Input(line.hint)
    field = Field(line.label, control)
    field.control.setObjectName(line.key)
    fill(field, line)
    return field


def fill(field: Field, line: Line) -> None:
    """Puts what is known into a field."""
    if isinstance(field.control, Combo):
        field.control.choose(line.typed)
    else:
        field.set_text(line.typed)


def typed_in(field: Field) -> str:
    return field.control.key if isinstance(field.control, Combo) else field.text
