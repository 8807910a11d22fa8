### Questions of a measure, what the answers come to, and the chair stand.

# In this file $who is "you", or "them" where staff ask somebody.

## A question

# $named: what the person named, such as "climbing the stairs". $question: what is asked about it
measures-about = { $named }: { $question }
# $min, $max: numbers
measures-range = Use a number from { $min } to { $max }.
measures-whole = Use a whole number, such as 12.
measures-one-decimal = Round it, such as to 82.5.
measures-clear = Clear this answer
measures-may-be-empty = You can leave this empty.

## What the answers come to

# $sum: "3 + 2 + 0 + 1". $total and $max: numbers
measures-sum = { $sum } = { $total } of { $max }
# $value and $max: numbers
measures-value = { $value } out of { $max }
# $value: a number. $unit: such as "kg"
measures-value-unit = { $value } { $unit }
# $sum: "3 + 4 + 6". $total, $count and $mean: numbers
measures-mean = { $sum } = { $total }. { $total } divided by { $count } is { $mean }, out of { $max }.
# $days, $minutes and $all: numbers
measures-minutes = { $days } × { $minutes } = { $all }
measures-minutes-twice = { $days } × { $minutes } × { $times } = { $all }
measures-minutes-all = { $sum } = { $total } minutes in a week
measures-minutes-one = { $total } minutes in a week
# $sum: "0 + 1 + 2". $count: how many answers. $total and $value: numbers
measures-best-100 = { $sum } = { $total }. 100 − { $total } × 25 ÷ { $count } = { $value }, where 100 is best.
measures-stands-arms = { $who ->
    [them] 0, because the arms were used
   *[you] 0, because you used your arms
}
measures-rounded = The last number is rounded.
measures-none-yet = There is no number yet, as something is not answered.
measures-nothing = { $who ->
    [them] None of these is answered.
   *[you] You have not answered any of these.
}
measures-better = { $better ->
    [high] Higher is better.
   *[low] Lower is better.
}
# $range: "3 to 5 of 12"
measures-band = It is in the range { $range }.
# $value: a number or an answer
measures-before = Last time: { $value }
# $words: a sentence. $source: "Kroenke and others, 2009"
measures-threshold = { $words } Source: { $source }.
# $percent: of 100, such as 15
measures-threshold-percent = { $words } A change by { $percent } parts in 100 of the number at the start counts as well. Source: { $source }.
measures-names = What the ranges are called
# $range: "3 to 5 of 12". $name: what its owner calls it
measures-name = { $range }: { $name }
measures-no-name = no name
measures-made = Where this comes from
measures-source = Source: { $source }.
measures-not-approved = No clinician has approved this part of the app yet.

## The average of the chair stand

# $from, $to: ages. $low, $high: numbers. $source: "Jones and Rikli, 2002". $sex: an answer, such as "Women"
measures-norm = { $sex } aged { $from } to { $to }: { $low } to { $high } is average.
measures-norm-where = { $where ->
    [below] The number is below this range.
    [above] The number is above this range.
   *[within] The number is in this range.
}

## The chair stand, timed

measures-stand-how = How to do it
measures-stand-care = Stay safe
measures-stand-signs = When to stop and get help
measures-stand-start = Start the timer
measures-stand-again = Start the timer again
measures-stand-stop = Stop
measures-stand-ready = Get ready
measures-stand-go = Stand up, sit down
measures-stand-seconds = { $seconds ->
    [one] second
   *[other] seconds
}
measures-stand-over-title = Time is up
measures-stand-over = Sit and rest. If you were more than halfway up, count that one too.
measures-stand-stopped-title = { $who ->
    [them] Stopped before the end
   *[you] You stopped before the end
}
measures-stand-stopped = That is fine. Rest, then try again if you feel well. Or leave this out.
measures-stand-counted = I have counted already
# said aloud
measures-say-ready = Get ready. It starts in { $seconds } seconds.
measures-say-go = Go. Stand up and sit down until I say stop.
measures-say-left = { $seconds } seconds to go.
measures-say-over = Stop. Sit down and rest.
