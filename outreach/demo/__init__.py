"""A made-up network to look around in: who is in it, and how it is put in place."""
