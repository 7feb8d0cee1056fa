"""The tables as each migration laid them. Books out there were made by these, so none is ever changed."""
