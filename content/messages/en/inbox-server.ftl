## What the service says to a group that answers, and to whoever makes a link for one.

error-link-not-sent = Tell the group first. Then you can make a link for them to answer with.
error-answer-unknown = We do not know that link. Check each letter and number, or ask whoever gave it to you.
error-answer-used = This was answered already. If something has changed, ring whoever gave you the link.
error-answer-over = This link is over. Nobody needs an answer by it any more.
