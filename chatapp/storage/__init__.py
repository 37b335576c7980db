"""Where logs are kept: in memory, or in a database that survives."""
