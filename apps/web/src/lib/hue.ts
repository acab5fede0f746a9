/** A hue in degrees that belongs to an id for ever, spread over twelve well-told colours. */
export const hueOf = (id: string) => {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return ((hash >>> 4) % 12) * 30 + 25;
};
