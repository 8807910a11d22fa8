/**
 * An answer can be taken back for as long as it has not been sent: while somebody is offered to undo it, answers wait on
 * this phone. They are in the outbox all the same, and go with the next sending after that, or when the app is opened again.
 */
export const held = { answers: false };
