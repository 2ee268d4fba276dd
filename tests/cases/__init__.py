"""Rules by example, in an accountant's words: what is filled in, and what the rule must say of it."""
