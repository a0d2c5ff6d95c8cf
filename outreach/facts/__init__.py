"""What a draft may rest on: statements with their source."""
