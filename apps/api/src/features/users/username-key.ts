import unhomoglyph from 'unhomoglyph';

/** Without what is not seen: joiners, direction marks, variation selectors. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** One name whatever its case, its width, and what is not seen of it. */
export const usernameKey = (username: string): string =>
  // Upper case first, so that letters with two lower forms (ς and σ, ß and ss) meet.
  username.replace(UNSEEN, '').normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

/** As a reader takes it: letters of other scripts for the Latin ones that they look like (UTS #39, confusables). */
const looks = (name: string): string =>
  // Letters and digits of ASCII stay what they are: to their readers "l" and "1", "rn" and "m" are two.
  usernameKey(name.replace(/[^\0-\x7f]+/gu, (letters) => unhomoglyph(letters)));

/**
 * Every key under which a name is somebody's; two names with a key in common are one. Look-alikes are taken in
 * both cases, as some letters are alike only in capitals (Η and H) and some only in small (ѕ and s).
 */
export const nameKeys = (username: string): string[] => {
  const key = usernameKey(username);
  return [...new Set([key, looks(username), looks(key), looks(key.toUpperCase())])];
};

export const searchKey = (username: string, displayName: string): string =>
  `${usernameKey(username)} ${usernameKey(displayName)}`;
