### The page behind the link in each e-mail, where somebody ends them.

stop-emails-title = Stop reminder e-mails
stop-emails-about = You will get no more reminders by e-mail. Reminders on your phone stay as they are.
stop-emails-stop = Stop the e-mails
stop-emails-busy = Stopping…
stop-emails-stopped = The e-mails are stopped
stop-emails-again = Do you want them again? In the app, go to More and then Reminders.
stop-emails-no-link = This link is not whole. Open it again from the e-mail, or go to More and then Reminders in the app.
stop-emails-no-answer = We could not stop them just now. Check that you have signal, then try again.
