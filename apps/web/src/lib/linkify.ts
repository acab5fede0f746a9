export type TextPart = { text: string; href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/gi;
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

const count = (text: string, character: string) => text.split(character).length - 1;

/** Where an address ends: without the sentence's own punctuation, or a bracket it did not open. */
const trimmed = (address: string) => {
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    const opener = CLOSERS[last];
    const head = address.slice(0, end);
    const unopened = opener !== undefined && count(head, last) > count(head, opener);
    if (!unopened && !/[.,;:!?'*_~]/.test(last)) break;
  }
  return address.slice(0, end);
};

/** Splits plain text into text and http(s) addresses. Joined together again the parts are the text. */
export const linkify = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = trimmed(match[0]);
    if (!URL.canParse(href)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
};
