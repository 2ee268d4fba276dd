"""What Office files have in common."""
