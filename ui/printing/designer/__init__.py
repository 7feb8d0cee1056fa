"""Label designs: the list of the owner's own, and the editor in which they are made."""
