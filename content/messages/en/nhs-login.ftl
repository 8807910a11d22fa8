nhs-login = NHS login
nhs-login-continue = Continue to NHS login

## On the screen for a code

nhs-login-use = Use NHS login instead
nhs-login-use-words = If you have linked NHS login to your record, it opens your record on this phone too. You do not need a code then.

## Under More

nhs-login-intro = NHS login is one way to prove who you are to health services. When you link it, it opens your record if you get a new phone. You do not need a code then.
nhs-login-kept = We do not get your NHS number. We keep nothing of what NHS login knows about you: only a mark that tells us it is you.
nhs-login-is-linked = NHS login is linked to your record. You can use it to open your record on a new phone.
nhs-login-now-linked = Done. NHS login is linked to your record.
nhs-login-not-linked = NHS login is not linked to your record.
nhs-login-unlink = Stop using NHS login
nhs-login-unlink-words = Your record stays as it is. Phones that are signed in stay signed in.
nhs-login-unlinked = NHS login no longer opens your record.

## Why it did not work. The address says which.

nhs-login-trouble = NHS login did not work this time
nhs-login-problem-again = That took too long, or it was begun on another phone. Please start again.
nhs-login-problem-another = Another NHS login is linked to your record. Stop using that one first.
nhs-login-problem-busy = There were too many tries. Wait 10 minutes, then try again.
nhs-login-problem-cancelled = You did not finish at NHS login. Nothing has changed.
nhs-login-problem-ended = This account or sign-in has ended. Ask your service for help.
nhs-login-problem-not-proven = NHS login does not know for sure who you are yet. It needs to see a photo ID, such as a passport. You can do that at NHS login, then try again here.
nhs-login-problem-not-trusted = We could not check the answer we got from NHS login, so we did not use it. Please try again.
nhs-login-problem-staff = People who work for the service sign in with a passkey, not with NHS login.
nhs-login-problem-taken = This NHS login is linked to another record. It can open only one.
nhs-login-problem-unlinked = This NHS login is not linked to a record yet. Open your record with a code from your service first. Then link NHS login under More.
nhs-login-problem-unreachable = We could not reach NHS login. Please try again later, or use a code from your service.
nhs-login-problem-offline = This needs the internet. Please try again when you are connected.
