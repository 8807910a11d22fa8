"""Social prescribing: referrals, what is suggested to people, who was told, who came, and what came of it.

A *referral* is one episode of somebody with the service. A *prescription* is one thing that is suggested to them: an
activity, an exercise programme, a topic or a check-in. A *signpost* (details given, nobody told) is neither, and is
counted apart. Everything that happens to them is a *step* in a journal that is only added to; `rules` say what a step
makes of them, who has it in hand (the *owner*) and by when the next thing is due. Words of domain.md, section 9.
"""
