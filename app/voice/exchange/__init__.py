"""Reading files in which others kept what customers said."""
