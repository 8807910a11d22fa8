"""The diary: pain, exercise, and whether it had settled by the next morning."""
