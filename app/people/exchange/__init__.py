"""Reading the lists that shops already have."""
