"""Expected errors: they carry facts and no sentence; `reports/sentences.py` words them."""


class ShopError(Exception):
    """Something a person can understand and mend; `facts` fill the sentence that tells it."""

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{name}={value!r}" for name, value in facts.items()))
        self.facts = facts
