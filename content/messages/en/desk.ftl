### A worker's list and pages where there is no signal.

# $time: such as 9:30am
desk-copy = No signal. This is as it was at { $time }.
desk-waiting = { $count ->
    [one] 1 thing that you wrote waits to be sent.
   *[other] { $count } things that you wrote wait to be sent.
}
desk-refused = { $count ->
    [one] 1 thing that you wrote could not be kept
   *[other] { $count } things that you wrote could not be kept
}
desk-read = I have read this
# $what: such as "Phone call, 30 minutes"
desk-read-what = I have read this: { $what }
desk-again = Send again
desk-again-what = Send again: { $what }
