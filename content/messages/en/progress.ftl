### Progress: the chart, its table, printing and downloading.

progress-title = Your progress
progress-loading = Getting your entries
progress-none = Nothing here yet
progress-none-what = When you save pain or an exercise, it shows here week by week.
progress-log-pain = Log pain
progress-range = Show
progress-range-weeks = { $weeks } weeks
progress-range-year = A year
progress-range-heading = { $range ->
    [year] The last year
   *[other] The last { $weeks } weeks
}
progress-none-in-range = You have no entries in this time. Choose a longer time.

progress-says-pain = { $days ->
    [0] You did not write down pain in this time.
    [one] You wrote down pain on 1 day. It was { $low }.
   *[other] You wrote down pain on { $days } days, from { $low } to { $high }.
}
progress-says-weeks = Your average was { $first } in the first of these weeks and { $last } in the last.
progress-says-exercise = { $days ->
    [0] You did not write down any exercise.
    [one] You exercised on 1 day.
   *[other] You exercised on { $days } days.
}

progress-chart-pain = Pain, 0 to 10
progress-chart-exercise = Days with exercise
progress-chart-label = Chart of pain and exercise. The table below has the same numbers.
progress-band-low = { $from } to { $to }: lower
progress-band-middle = { $from } to { $to }: middle
progress-band-high = { $from } to { $to }: higher
progress-key = What the shapes mean
progress-key-gap = Where there is no shape, you wrote nothing down.
progress-key-line = The thin line goes from your lowest to your highest score of that week.
progress-bands-from = These bands come from { $preset }. They only group the numbers.

progress-table = The same numbers as a table
progress-table-week = Week of
progress-table-day = Day
progress-table-pain = Average pain
progress-table-range = Lowest to highest
progress-table-pain-days = Days with pain written down
progress-table-exercise = Days with exercise
progress-table-bad = Bad days
progress-nothing-written = Nothing written
progress-range-of = { $low } to { $high }

progress-keep = Keep a copy
progress-keep-what = These are made on your phone. They work without signal. They hold your health details, so take care who sees them.
progress-print = Print this page
progress-csv = Download for a spreadsheet (CSV)
progress-json = Download everything (JSON)
progress-made = { $file } is in your downloads.
progress-printed-on = Printed on { $date }.
progress-only-you = Only you can see this, unless you show it to someone.

## Column headings and words in the downloaded spreadsheet

csv-date = Date
csv-time = Time
csv-kind = What
csv-exercise = Exercise
csv-level = Level
csv-outcome = How it went
csv-pain = Pain (0 to 10)
csv-where = Where
csv-effort = Effort (0 to 10)
csv-sure = Felt sure
csv-settled = Settled by next morning
csv-note = Note
csv-kind-name = { $kind ->
    [pain] Pain
    [exercise] Exercise
    [settled] Settled
    [bad-day] Bad day
    [level] Level
   *[plan] Plan
}
csv-outcome-name = { $outcome ->
    [done] Done
    [part] Partly done
   *[skipped] Did not do it
}
csv-yes = Yes
csv-no = No
csv-gentle = Gentle version
