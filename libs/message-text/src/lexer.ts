import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';

const QUOTE_LINES = /^(?: {0,3}>[^\n]*(?:\n|$))+/;
const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const BELONGS = /^(?:[ \t]+\S| {0,3}(?:[-*+]|\d{1,9}[.)])[ \t])/;

const lineAt = (src: string, start: number): string => {
  const end = src.indexOf('\n', start);
  return src.slice(start, end < 0 ? undefined : end);
};

/** A list from its first item to the last line that is an item or set in. */
const listLines = (src: string): string => {
  const first = lineAt(src, 0);
  if (!ITEM.test(first)) return '';
  let end = first.length;
  for (let next = end + 1; next < src.length;) {
    const line = lineAt(src, next);
    if (BELONGS.test(line)) end = next + line.length;
    // One blank line may stand between items.
    else if (line.trim() !== '' || next > end + 1) break;
    next += line.length + 1;
  }
  return src.slice(0, end);
};

/** Marked's tokenizer without what a chat message leaves out: those lines are text like any other. */
class MessageTokenizer extends Tokenizer {
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override reflink(): undefined {}
  override table(): undefined {}
  override hr(): undefined {}
  override lheading(): undefined {}
  /** Code is fenced; what is set in by spaces is only set in. */
  override code(): undefined {}

  /** Only the lines that say so belong to a quote or a list. */
  override blockquote(src: string): Tokens.Blockquote | undefined {
    return super.blockquote(QUOTE_LINES.exec(src)?.[0] ?? '');
  }
  override list(src: string): Tokens.List | undefined {
    return super.list(listLines(src));
  }

  /** `~~gone~~`; a single `~` is "about". */
  override del(...args: Parameters<Tokenizer['del']>): Tokens.Del | undefined {
    return args[0].startsWith('~~') ? super.del(...args) : undefined;
  }
}

// What people write stays far below these. Beyond, the work of reading grows faster than the text.
const MAX_LENGTH = 20_000;
const MAX_MARKS = 800;
const TOO_DEEP = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){9}/m;

const isReadable = (body: string): boolean =>
  body.length <= MAX_LENGTH && (body.match(/[*_~[`<\\]+/g)?.length ?? 0) <= MAX_MARKS && !TOO_DEEP.test(body);

/** Marked's tokens of a body; null for one that is marks rather than text, and to be shown as it stands. */
export const tokensOf = (body: string): Token[] | null =>
  isReadable(body)
    ? new Lexer({ gfm: true, breaks: true, tokenizer: new MessageTokenizer() }).lex(body)
    : null;
