/** Names that look the same to a reader of letters are one name: compatibility forms and case are folded. */
export const usernameKey = (username: string): string =>
  // Upper case first, so that letters with two lower forms (ς and σ, ß and ss) meet.
  username.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

export const searchKey = (username: string, displayName: string): string =>
  `${usernameKey(username)} ${usernameKey(displayName)}`;
