### A link with which a group answers that has no account here. For the link worker who makes it.

answer-link-title = Let the group answer by a link
answer-link-about = For a group that does not use Jointly. The link shows only what the group needs, works once, and ends after 14 days.
answer-link-make = Make a link
answer-link-make-new = Make a new link
answer-link-end = End this link
answer-link-is-ended = The link has ended. Nobody can answer with it.
answer-link-box = The group’s link
answer-link-qr = Square code that opens the link
answer-link-1 = Hand it over, print it or send it to the group.
answer-link-2 = They open it, or go to { $address } and type the code.
answer-link-3 = Their answer shows here, as the group’s own.
answer-link-now-open = A link is open until { $day }. It cannot be shown again: make a new one if it was lost.
answer-link-now-used = The group has answered by a link.
answer-link-now-ended = The last link was ended.
answer-link-now-expired = The last link ran out before anybody answered.
