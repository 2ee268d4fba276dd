"""Random reports that balance to the cent, for every form and year: what the rules must all accept."""
