"""What a step makes of a referral or a prescription, who may take it, and by when the next thing is due."""
