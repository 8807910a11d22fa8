# What a notification says when the message that came cannot be read. It names nothing: others may see the lock screen.

push-fallback-title = Jointly has something for you
push-fallback-body = Open Jointly to see what it is.
