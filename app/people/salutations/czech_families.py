"""What a Czech family is called together: Novákovi, but rodina Novotných."""
