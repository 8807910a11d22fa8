### How a service is doing: for its lead. The same words are in the spreadsheet.

reports-title = How the service is doing
reports-intro = These figures count people, and tell of nobody. Press a figure to see what it means.
reports-star = A star (*) stands for 1 to 7 people. A larger number can be a star too, if it would let somebody work out a small one.
reports-rounded = Other numbers are rounded to the nearest 5. Shares of a hundred are made of rounded numbers.
reports-quarter = Which 3 months?
# $from and $to: days
reports-from-to = { $from } to { $to }
reports-none = There is nothing to count yet
# $date: a day
reports-none-until = Figures come when 3 months are over and everybody in them has had their time. More is counted on { $date }.
reports-next = More is counted on { $date }.
reports-fixed = What was counted once stays as it is. What is written down later does not change it, as somebody could be picked out by the difference.
reports-download = Get all of it as a spreadsheet
reports-download-asks = We ask for your passkey first.
reports-by = Split by
reports-all-splits = No split
reports-star-said = hidden, as it is a small number

## Columns of the spreadsheet

reports-column-from = From
reports-column-to = To
reports-column-table = Table
reports-column-split = Split by
reports-column-category = Who
reports-column-figure = Figure
reports-column-value = How many
reports-column-percent = Of a hundred of the first figure
reports-column-means = What it means

## Tables

report-table-referrals = From referral to still going
report-table-signposting = Signposts
report-table-unanswering = Referrals that groups did not answer
report-table-ending = How support ended
report-table-change-pain = Change in pain
report-table-change-satisfied = Change in being satisfied with life
report-table-change-worthwhile = Change in finding life worthwhile
report-table-change-happy = Change in happiness
report-table-change-anxious = Change in anxiety

## Figures, and what each means

report-referred = Referred
report-means-referred = Referrals that came to the service in these 3 months. Two that were found to be one count once.
report-accepted = Accepted
report-means-accepted = Of those: the person and the service agreed to work together within 12 weeks of the day it came.
report-arrived = Arrived
report-means-arrived = Of those accepted: went to an activity that was suggested, for the first time, within 12 weeks of the day the referral came.
report-going = Still going
report-means-going = Of those who arrived: we know of a visit 12 weeks or more after the first one.
report-signposts = Signposts
report-means-signposts = How often a worker told somebody where to go, and did not tell the group. This is not the same as a referral.
report-unanswered = Not answered
report-means-unanswered = Activities that a group was told of in these 3 months and said nothing to for 14 days. Those taken back before that are left out.
report-organisations = Groups that were told
report-means-organisations = How many groups were told of somebody in these 3 months. Groups are not people: this number is as it is.
report-contact-days = Days to the first talk
report-means-contact-days = From the day a referral came to the first talk with a worker. Half waited this long or less. Only those with a talk within 12 weeks, and only for 8 people or more.
report-accept-days = Days to being accepted
report-means-accept-days = From the day a referral came to the day it was accepted. Half waited this long or less. Only for 8 people or more.
report-ended = Ended
report-means-ended = Referrals that were closed in these 3 months, whenever they came. Each is in one row, as the worker chose it on closing. Where people took back what they share, they “ended it themselves”. Two that were found to be one count once.
report-pain = People with 2 answers
report-means-pain = People who were referred and share their check-ins. They said how much pain they had, in these 3 months and at least once before.
report-pain-change = Change in pain
report-means-pain-change = From the first answer to the last one of these 3 months, from 0 to 10, on average, to the nearest 0.2. Less is better: -2 is 2 points less pain. Only for 8 people or more. It does not say why it changed.
report-satisfied = People with 2 answers
report-means-satisfied = People who were referred and share their check-ins. They said how satisfied they are with life, in these 3 months and at least once before.
report-satisfied-change = Change
report-means-satisfied-change = From the first answer to the last one of these 3 months, from 0 to 10, on average, to the nearest 0.2. More is better. Only for 8 people or more. It does not say why it changed.
report-worthwhile = People with 2 answers
report-means-worthwhile = People who were referred and share their check-ins. They said how worthwhile the things are that they do, in these 3 months and at least once before.
report-worthwhile-change = Change
report-means-worthwhile-change = From the first answer to the last one of these 3 months, from 0 to 10, on average, to the nearest 0.2. More is better. Only for 8 people or more. It does not say why it changed.
report-happy = People with 2 answers
report-means-happy = People who were referred and share their check-ins. They said how happy they felt the day before, in these 3 months and at least once before.
report-happy-change = Change
report-means-happy-change = From the first answer to the last one of these 3 months, from 0 to 10, on average, to the nearest 0.2. More is better. Only for 8 people or more. It does not say why it changed.
report-anxious = People with 2 answers
report-means-anxious = People who were referred and share their check-ins. They said how anxious they felt the day before, in these 3 months and at least once before.
report-anxious-change = Change
report-means-anxious-change = From the first answer to the last one of these 3 months, from 0 to 10, on average, to the nearest 0.2. Less is better. Only for 8 people or more. It does not say why it changed.
report-all = Everybody
# $name: of a figure, before its number where there is no room for columns
report-head = { $name }:
report-too-few = too few to split
# $date: a day
report-ready-on = counted on { $date }
# $percent: of a hundred
report-percent = { $percent } of 100

## Splits and their categories

report-split-age = Age
report-split-sex = Sex
report-split-ethnicity = Ethnic group
report-split-deprivation = Where they live
report-split-organisation = Group
report-split-outcome = How it ended
report-means-age = As people say it of themselves and let the team know. It is as it was when somebody was counted first.
report-means-sex = As people say it of themselves and let the team know.
report-means-ethnicity = People use their own words. They are put into the 5 groups of the census of England and Wales by those words.
report-means-deprivation = By postcode and the English Indices of Deprivation: all neighbourhoods of England in 5 equal parts. It says nothing of one home. It is not known if your service has not imported the table.
report-means-organisation = The groups that were told of somebody in these 3 months.
report-age-18-24 = 18 to 24
report-age-25-34 = 25 to 34
report-age-35-44 = 35 to 44
report-age-45-54 = 45 to 54
report-age-55-64 = 55 to 64
report-age-65-74 = 65 to 74
report-age-75-84 = 75 to 84
report-age-85-up = 85 or over
report-age-not-known = Not known
report-sex-female = Female
report-sex-male = Male
report-sex-other = Another word
report-sex-not-known = Not known
report-ethnicity-asian = Asian
report-ethnicity-black = Black
report-ethnicity-mixed = Mixed
report-ethnicity-white = White
report-ethnicity-other = Other
report-ethnicity-not-known = Not known
report-deprivation-1 = Most deprived fifth
report-deprivation-2 = Second fifth
report-deprivation-3 = Middle fifth
report-deprivation-4 = Fourth fifth
report-deprivation-5 = Least deprived fifth
report-deprivation-not-known = Not known
report-outcome-declined = Said no to support
report-outcome-unable = Could not be reached
report-outcome-unsuitable = Not right for them
report-outcome-goals-met = Reached what they wanted
report-outcome-part-met = Reached some of it
report-outcome-moved = Moved away
report-outcome-disengaged = Stopped coming, or lost touch
report-outcome-died = Died
report-outcome-withdrawn = Ended it themselves
report-outcome-other = Something else
