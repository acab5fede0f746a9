/** A body as a tree. Every consumer may trust it: no markup but these nodes, no address but http, https and mailto. */
export type TextNode =
  | { type: 'paragraph'; children: TextNode[] }
  | { type: 'blockquote'; children: TextNode[] }
  | { type: 'list'; ordered: boolean; start: number; items: TextNode[][] }
  | { type: 'code'; lang: string | null; value: string }
  | { type: 'text'; value: string }
  | { type: 'strong'; children: TextNode[] }
  | { type: 'emphasis'; children: TextNode[] }
  | { type: 'delete'; children: TextNode[] }
  | { type: 'link'; url: string; children: TextNode[] }
  | { type: 'inlineCode'; value: string }
  /** `@name` as it stands; whom it means is known only among the members of a room: see `nameCandidates`. */
  | { type: 'mention'; name: string }
  /** `#name`: perhaps a room. */
  | { type: 'room'; name: string }
  | { type: 'break' };

/** Deeper than this nothing nests: what is inside counts to the level above. */
export const MAX_DEPTH = 8;
