export type Token = { sign: '@' | '#' | ':'; typed: string; start: number; end: number };

// A name begins where a word could begin; one letter after a colon is more often a smiley than a name.
const TOKEN = /(?:^|[\s([{"'*_~>])(?:([@#])([\p{L}\p{N}\p{M}._-]{0,32})|(:)([\w+-]{2,32}:?))$/u;

const isInCode = (before: string) => {
  const fences = before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return fences % 2 === 1 || (line.match(/`/g)?.length ?? 0) % 2 === 1;
};

/** What is being named at the caret: a person, a room or an emoji. */
export const tokenAt = (value: string, caret: number): Token | null => {
  const before = value.slice(0, caret);
  const [, sign = '', name = '', colon = '', emoji = ''] = TOKEN.exec(before.slice(-40)) ?? [];
  if (!(sign || colon) || isInCode(before)) return null;
  const typed = sign ? name : emoji;
  return { sign: (sign || colon) as Token['sign'], typed, start: caret - typed.length - 1, end: caret };
};
