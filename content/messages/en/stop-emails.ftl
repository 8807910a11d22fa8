### The page behind the link in each email, where somebody ends them.

stop-emails-title = Stop reminder emails
stop-emails-about = You will get no more reminders by email. Reminders on your phone stay as they are.
stop-emails-stop = Stop the emails
stop-emails-busy = Stopping…
stop-emails-stopped = The emails are stopped
stop-emails-again = Do you want them again? In the app, go to More and then Reminders.
stop-emails-no-link = This link is not whole. Open it again from the email, or go to More and then Reminders in the app.
stop-emails-no-answer = We could not stop them just now. Check that you have signal, then try again.
