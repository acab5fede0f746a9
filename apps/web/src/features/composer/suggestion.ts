/** One of the things that the text at the caret may become. */
export type Suggestion = {
  key: string;
  /** What is written in its place. */
  insert: string;
  label: string;
  detail?: string;
  /** A face, a sign, the emoji itself. */
  sign: React.ReactNode;
};

export const MAX_SUGGESTIONS = 8;
