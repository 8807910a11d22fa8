"""Plans: which exercises, at which level, on which days; the gentler version for a bad day; the printed ladder."""
