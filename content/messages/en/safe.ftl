### Care cards, numbers to call, and the page that stops a check-in.

safe-title = Get help
safe-numbers = Talk to somebody now
safe-cards = When to get help
safe-back = Back
# $number: a phone number, as it is written
safe-call = Call { $number }
safe-text = Text { $number }
safe-tier = { $tier ->
    [emergency] Emergency
    [urgent] Urgent
   *[non-urgent] Not urgent
}
# Said by screen readers before the heading of a card, where others see its colour.
safe-advice-for = { $tier ->
    [emergency] Emergency advice:
    [urgent] Urgent advice:
   *[non-urgent] Advice that is not urgent:
}
safe-what-to-do = What to do
safe-not-seen = Nobody at your service sees that you are here. If you need help, call.
safe-not-approved = No clinician has approved this card yet. When in doubt, call NHS 111, or 999.
safe-missing = There is no such card
safe-missing-words = The cards may have changed. All of them are under “Get help”.
safe-all = All cards

## While the cards are not on this phone

safe-basic-emergency = A life is in danger: go to A&E, or call.
safe-basic-urgent = Help that cannot wait. In a mental health crisis, ask for that.
safe-basic-listening = Samaritans: somebody to listen.
safe-not-here = The cards are not on this phone yet. They come when you are connected.

## The page that stops a check-in

# $sign: as it is printed on the card
safe-said-yes = You said yes to: { $sign }
safe-answered = We show you this first because of one of your answers.
safe-nobody-title = Nobody is watching this live
# $when: as the service says it, such as "Monday to Friday, within 2 working days"
safe-looks = If you share your check-ins, your advisor sees that this card was opened when they next look at their list: { $when }
safe-looks-unknown = If you share your check-ins, your advisor sees that this card was opened when they next look at their list. We cannot say when.
safe-do-not-wait = Do not wait for them.
# The same page where staff ask the questions or write answers down. $called: the person's name
safe-said-yes-for = { $called } said yes to: { $sign }
safe-answered-for = This comes first because of one of the answers of { $called }.
safe-staff-with = Go through this with { $called } now, before any other question.
safe-staff-paper = This comes from paper, so { $called } has not seen this page. Get in touch with them now, in the way that your service has agreed for this.
safe-staff-looks = The diary of { $called } notes that this card was shown. It is on the list of everybody they share check-ins with, until one of them marks it as looked at. When somebody looks at that list: { $when }
safe-staff-looks-unknown = The diary of { $called } notes that this card was shown. It is on the list of everybody they share check-ins with, until one of them marks it as looked at. Your service has not said when somebody looks at that list.
safe-carry-on = I have read this
