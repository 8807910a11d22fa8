"""SQLite: one thread owns the only connection that writes, a few others read, and commits are shared.

SQLite before 3.51.3 can corrupt a WAL database when two connections write or checkpoint at once.
Here only one connection does either, and a lock file keeps other processes out.
"""
