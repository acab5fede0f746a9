export type SnippetPart = { text: string; isHit: boolean };

/** Cuts a snippet at its highlights, whatever order they come in. Joined together again the parts are the snippet. */
export const snippetParts = (snippet: string, highlights: readonly (readonly [number, number])[]) => {
  const parts: SnippetPart[] = [];
  const push = (from: number, to: number, isHit: boolean) => {
    if (to > from) parts.push({ text: snippet.slice(from, to), isHit });
  };
  let at = 0;
  for (const [start, end] of [...highlights].sort(([a], [b]) => a - b)) {
    const from = Math.max(start, at);
    const to = Math.min(Math.max(end, from), snippet.length);
    push(at, from, false);
    push(from, to, true);
    at = Math.max(at, to);
  }
  push(at, snippet.length, false);
  return parts;
};
