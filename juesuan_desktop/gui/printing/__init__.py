"""What leaves on paper: preview, printer, papers saved as PDF."""
