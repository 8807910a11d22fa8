## What the service says when something of social prescribing cannot be done.

error-referral-open = They are being supported already. Open their page to see by whom.
error-no-such-referral = We could not find that referral.
error-no-such-task = We could not find that task.
error-task-changed = Somebody changed this task meanwhile, and what they wrote stays. What you wrote was not put in its place.
error-no-such-prescription = We could not find that suggestion.
error-views-many = You have 20 saved lists already. Delete one first.
error-view-name = You have a saved list with this name. Choose another name.
error-view-id-reused = That could not be saved. Please save it again.
error-prescriptions-many = There are 60 suggestions open for this person already. End some of them first.
error-step-unknown = The app sent something our server does not know. Nothing was changed.
error-step-id-reused = This was sent before with other words. Please write it again.
error-step-not-yours = That is for somebody else to say.
error-step-closed = This is closed already. What you wrote is still here.
error-step-not-now = That cannot be said as things stand now. Somebody may have changed it meanwhile. Look again.
error-step-taken = { $who ->
    [none] Somebody else of your team has this in hand now.
   *[other] { $who } has this in hand now.
} Open their page to see how it stands. You can still take it on there.
error-step-attempts = Try to reach them at least 3 times before you close this as “could not be reached”.
error-step-ahead = That time has not come yet. Choose one that has passed.
error-step-too-early = That day was before this began. Choose a later day.
error-step-needs-owner = Choose who takes this on.
error-step-needs-method = Choose how you spoke, or tried to.
error-step-needs-name = Say what it is called.
error-step-needs-words = Write something first.
error-step-needs-next-on = Choose a day.
error-step-needs-outcome = Choose how it ended.
error-step-needs-to = Choose whom this is for.
error-step-needs-start = Choose a day and a time.
error-step-needs-section = Choose which part of the page this is.
error-step-needs-agreed = Ask them first whether the group may be told. Then say that they agreed.
error-step-needs-previous = Say which attempt did not happen.
error-support-open = You are being supported already. Look under “Ask for support” to see where that stands.
export-left-out = Words that your team wrote about keeping you or somebody else safe are not in this file. Your team decides about giving you those: ask them.
