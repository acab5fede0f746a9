const MAX_NAME_LENGTH = 32;
const CJK = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}';
/** Scripts without spaces: a name in letters of another script ends where they begin. */
const BEFORE_CJK = new RegExp(`^[^${CJK}]+(?=[${CJK}])`, 'u');

/** A cheap look before a body is parsed: most messages mention nobody. */
export const mayMention = (body: string): boolean => body.includes('@');

/** `ada.` may be Ada at the end of a sentence, or somebody called so: the names to look for, longest first. */
export const nameCandidates = (name: string): string[] => {
  const found = [name];
  for (let end = Math.min(name.length - 1, MAX_NAME_LENGTH); end > 1; end -= 1)
    if (/[._-]/.test(name[end] ?? '')) found.push(name.slice(0, end));
  const beforeCjk = BEFORE_CJK.exec(name)?.[0];
  if (beforeCjk && !found.includes(beforeCjk)) found.push(beforeCjk);
  return found.filter(({ length }) => length >= 2 && length <= MAX_NAME_LENGTH);
};

export type CallToAll = 'room' | 'here';

const ALL = /^(room|here)[._-]*$/iu;

/** Whether `@name` calls everyone, and which of them. */
export const allCalledBy = (name: string): CallToAll | null =>
  (ALL.exec(name)?.[1]?.toLowerCase() as CallToAll | undefined) ?? null;
