"""What `jointly` can be told to do, one file an area. Each adds its verbs to the parser and runs them."""
