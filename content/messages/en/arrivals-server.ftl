## What the service says when a referral cannot be taken in.

error-nhs-letters = An NHS number has 10 digits and no letters. Type only the digits, or leave it out.
error-nhs-length = An NHS number has 10 digits. Count them again, or leave it out.
error-nhs-check = This is not an NHS number: one digit may be mistyped. Check it, or leave it out.
error-nhs-insurance = This is a National Insurance number. An NHS number has 10 digits and no letters.
error-born-ahead = That birth date has not come yet. Check the year.
error-born-young = This service is for people of 18 and over.
error-born-old = That is more than 120 years ago. Check the year.
error-reach-nothing = Give a phone number or an email address, or choose a letter and give a postcode.
error-same-as-itself = That is the same record.
error-same-as-used = This record has been opened or used already, so the two cannot be joined. Ask the person which one they want to keep.
error-step-far = Choose a day within the next year.
