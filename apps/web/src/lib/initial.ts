const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letter of a name as a reader sees it, whatever script or emoji it is written in. */
export const initialOf = (name: string) => {
  const [first] = letters.segment(name.replace(/^[^\p{L}\p{N}\p{Emoji_Presentation}]+/u, '') || name);
  return (first?.segment ?? '?').toUpperCase();
};
