"""What customers say: surveys, answers, scores, cases, and what was changed because of them."""
