"""Sales from the files of any till: opened as the lists of customers are, read row by row, taken over."""
