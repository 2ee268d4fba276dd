"""What build/dev.py stands on: the environment, Qt's system packages, translations. Standard library only."""
