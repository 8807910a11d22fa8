### The list of what an organisation runs, which its own website may show.

open-list-title = What { $name } runs
open-list-none = Nothing is listed at the moment.
open-list-calendar = Add all of these to your calendar
open-list-cancelled = Cancelled: { $when }.
open-list-moved = { $when }. This one moved: it was { $was }.
open-list-stopped = This has stopped for now.
open-list-online = Online
open-list-free = Free
