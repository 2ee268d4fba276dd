"""Files from outside are taken apart in a process of their own, within limits."""
