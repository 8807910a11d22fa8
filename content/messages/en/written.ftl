# Who wrote an entry, and how. $called: a name, or "you".

written-you = you
written-own-paper = Copied from paper
written-carer = Written for you by a carer
written-carer-by = Written by { $called }, as a carer
written-phone = Written for you on the telephone
written-phone-by = Written by { $called }, on the telephone
written-together = Written for you, together with you
written-together-by = Written by { $called }, together with you
written-paper = Copied for you from paper
written-paper-by = Written by { $called }, from paper
