### What waits for those who work at a service, on the screen where they begin.

to-look-at-title = To look at now
to-look-at-organisations = { $count ->
    [one] 1 organisation waits for your yes
   *[other] { $count } organisations wait for your yes
}
to-look-at-organisations-words = Nobody finds what they run until you look at it
to-look-at-reports = { $count ->
    [one] 1 report that something was wrong
   *[other] { $count } reports that something was wrong
}
to-look-at-reports-words = See what people said, and what came of it
