/** Letters as they are compared: without case, accents and width. */
export const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();

const isWordStart = (text: string, index: number) =>
  index === 0 || /[^\p{L}\p{N}]/u.test(text[index - 1] ?? '');

const inOrder = (text: string, wanted: string) => {
  let from = 0;
  for (const letter of wanted) {
    const found = text.indexOf(letter, from);
    if (found < 0) return false;
    from = found + letter.length;
  }
  return true;
};

const placesOf = function* (text: string, wanted: string) {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) yield at;
};

/**
 * How well a name answers what was typed: 4 begins with it, 3 has a word that does, 2 has it inside, 1 has its letters
 * in this order, 0 not at all. Nothing typed answers with 1.
 */
export const matchOf = (name: string, typed: string) => {
  const [text, wanted] = [folded(name), folded(typed)];
  if (wanted === '') return 1;
  if (text.startsWith(wanted)) return 4;
  const places = [...placesOf(text, wanted)];
  if (places.some((at) => isWordStart(text, at))) return 3;
  if (places.length > 0) return 2;
  return inOrder(text, wanted.replace(/\s+/g, '')) ? 1 : 0;
};

/** Those whose best name answers, best first; equals keep their order. */
export const bestFirst = <Item>(items: readonly Item[], typed: string, namesOf: (item: Item) => string[]) =>
  items
    .map((item) => ({ item, match: Math.max(0, ...namesOf(item).map((name) => matchOf(name, typed))) }))
    .filter(({ match }) => match > 0)
    .sort((a, b) => b.match - a.match)
    .map(({ item }) => item);
