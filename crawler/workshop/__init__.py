"""Tools of the people who write outlets, and the sample site."""
