### Topics: short pages to read.

topics-title = Good to know
topics-intro = Short pages, the same for everybody. They are general: they are not about you alone.
topics-find = Find a topic
topics-find-hint = Such as: tired, shoes, benefits
topics-count = { $count ->
    [0] There is no topic with those words. Try another word, or fewer.
    [one] { $count } topic
   *[other] { $count } topics
}
topics-group = { $group ->
    [moving] Moving
    [daily-life] Daily life
    [mind] Mind and mood
   *[work] Work and money
}
topics-back = Back
topics-missing = There is no such topic
topics-missing-words = It may have a new name. All topics are under “Good to know”.
topics-not-here = The topics are not on this phone yet. Connect to the internet once and try again.
topics-not-approved = No clinician has approved this page yet. If you are not sure, ask a GP, a pharmacist or your advisor.
