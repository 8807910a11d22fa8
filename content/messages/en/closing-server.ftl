### What the closing message is filled with, and what the service says when it cannot go.

closing-self-referral = Self-referral
closing-general-practice = General practice
closing-whole-support = The support as a whole
closing-own-goals = What they wanted to reach
closing-contact-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
closing-language = Language: { $language }.
closing-interpreter = Needs an interpreter.
closing-agreed-asked = They were asked, and agreed to be referred and to a record being kept.
closing-agreed-form = They agreed on a form to be referred and to a record being kept.
closing-agreed-self = They asked for this themselves, and agreed that a record is kept.
closing-shared-since = They have shared this record with the team since { $date }.

error-no-such-message = We could not find that message.
error-message-changed = Something in this message has changed since you read it. Please read both letters again.
error-message-faults = Something that has to be in the message is missing. Look at the list of what is missing.
