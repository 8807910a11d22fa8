### Progress: the chart, its table, printing and downloading.

progress-title = Your progress
progress-none-what = When you save pain or an exercise, it shows here week by week.
progress-log-pain = Log pain
progress-range = Show
progress-range-weeks = { $weeks } weeks
progress-range-year = 1 year

# $low and $high are scores; $first and $last are averages, already rounded to 1 decimal place.
progress-says-pain = { $times ->
    [0] You did not write down pain in this time.
    [one] You wrote down pain 1 time. It was { $low }.
   *[other] You wrote down pain { $times } times, from { $low } to { $high }.
}
progress-says-average = The weekly average was { $first } in the first week with entries and { $last } in the last.
progress-says-exercise = { $days ->
    [0] You did not write down any exercise.
    [one] You exercised on 1 day.
   *[other] You exercised on { $days } days.
}

progress-chart-pain = Pain, 0 to 10
progress-chart-exercise = Exercise, days in each week
progress-band-low = { $from } to { $to }: lower
progress-band-middle = { $from } to { $to }: middle
progress-band-high = { $from } to { $to }: higher
progress-key-gap = Where there is no shape, you wrote nothing down.
progress-key-line = The thin line goes from your lowest to your highest score of that week.
progress-bands-from = These groups are the ones your programme prints. They only sort the numbers.

progress-table = The same numbers in a table
progress-table-week = Week of
progress-table-pain = Average pain
progress-table-exercise = Exercise days
progress-table-bad = Bad days
progress-nothing-written = Nothing written
progress-range-of = { $low } to { $high }
progress-table-how = Under each average are the lowest and the highest score of that week.

progress-check-ins = Check-ins
progress-check-ins-change = What has changed since the first
progress-check-ins-what = Look at how you are every few weeks

progress-keep = Keep a copy
progress-keep-what = These are made on your phone. They work without signal. They hold your health details, so take care who sees them.
progress-print = Print this page
progress-csv = Download for a spreadsheet (CSV)
progress-json = Download everything (JSON)
progress-made = { $file } is in your downloads.
progress-printed-on = Printed on { $date }.
progress-printed-for = Name: { $called }

## Column headings and words in the downloaded spreadsheet

csv-date = Date
csv-time = Time
csv-kind = What
csv-exercise = Exercise
csv-level = Level
csv-gentle = Gentle version
csv-outcome = How it went
csv-sets = Sets
csv-pain = Pain (0 to 10)
csv-where = Where
csv-effort = Effort (0 to 10)
csv-sure = Felt sure
csv-about = About the day
csv-settled = Settled by next morning
csv-plan = Plan
csv-check-in = Check-in
csv-answers = Answers and scores
csv-goal = Goal and action plan
csv-note = Note
csv-written = Written by somebody else
csv-kind-name = { $kind ->
    [pain] Pain
    [exercise] Exercise
    [settled] Settled
    [bad-day] Bad day
    [level] Level
    [about] About you
    [goal] Goal
    [pathway] Pathway
    [check-in] Check-in
    [score] Score
    [safety] Help card
    [prescription] Suggested
    [own-date] Your date
    [reminding] Reminders
    [answer] Your answer
   *[plan] Plan
}
csv-outcome-name = { $outcome ->
    [done] Done
    [part] Partly done
   *[skipped] Did not do it
}
csv-yes = Yes
csv-no = No
