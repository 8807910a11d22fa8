"""PostgreSQL: a pool of connections, and every transaction told who acts and why."""
