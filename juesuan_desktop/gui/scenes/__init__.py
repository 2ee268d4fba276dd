"""Pictures of every tab, panel, page and state: `juesuan shots`."""
