/** An address that a link of our own carries along, if it is one of this app's own; null for any other. */
export const localAddress = (said: string | null): string | null =>
  said && /^\/(?![/\\])/.test(said) ? said : null;
