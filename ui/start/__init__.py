"""First start: three questions and three doors."""
