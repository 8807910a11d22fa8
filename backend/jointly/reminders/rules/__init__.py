"""What is due when: rules on values. The phone runs those that it needs with no signal (pwa/src/shared/reminders/)."""
