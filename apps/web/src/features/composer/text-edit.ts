/** What stands in a field, and what is selected in it. */
export type Selected = { value: string; start: number; end: number };

/** Writes over what is selected, and selects from and to a position in what was written. */
export const spliced = (
  { value, start, end }: Selected,
  text: string,
  from: number,
  to: number,
): Selected => ({
  value: value.slice(0, start) + text + value.slice(end),
  start: start + from,
  end: start + to,
});

const ADDRESS = /^https?:\/\/\S+$/i;

/** A link whose text is what is selected; the caret goes where its address or its text is missing. */
export const makeLink = (at: Selected, address = ''): Selected => {
  const inside = at.value.slice(at.start, at.end);
  if (!address && ADDRESS.test(inside)) return spliced(at, `[](${inside})`, 1, 1);
  const link = `[${inside}](${address})`;
  const caret = inside === '' ? 1 : address ? link.length : link.length - 1;
  return spliced(at, link, caret, caret);
};

/** An address that is pasted over words becomes their link; null when it is pasted as it is. */
export const pasteLink = (at: Selected, pasted: string): Selected | null => {
  const inside = at.value.slice(at.start, at.end);
  const address = pasted.trim();
  const isWords = inside.trim() !== '' && !inside.includes('\n') && !ADDRESS.test(inside);
  return isWords && ADDRESS.test(address) ? makeLink(at, address) : null;
};

/** Writes in the place of what stands between two positions, and goes behind it. */
export const replaceBetween = (value: string, start: number, end: number, text: string): Selected =>
  spliced({ value, start, end }, text, text.length, text.length);
