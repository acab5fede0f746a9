const SAFE = /^(?:https?:\/\/[^\s/?#\\]|mailto:[^\s])/i;
const SPACE_OR_CONTROL = /[\s\p{Cc}]/u;

/**
 * The address if a press on it can do nothing but open a page or a letter, else null. It is taken as it stands: what
 * a browser might make of spaces, control characters or entities in it is never asked.
 */
export const safeUrl = (address: string): string | null =>
  SAFE.test(address) && !SPACE_OR_CONTROL.test(address) ? address : null;
