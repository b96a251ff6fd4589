"""Pages into an Article or a reason; pure: no engine, no network, no database, no clock."""
