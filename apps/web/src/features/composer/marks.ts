import { type Selected, spliced } from './text-edit';

/** Puts a mark around what is selected, or takes it away again. */
export const toggleMark = (at: Selected, mark: string): Selected => {
  const { value, start, end } = at;
  const { length } = mark;
  const inside = value.slice(start, end);
  if (value.slice(start - length, start) === mark && value.slice(end, end + length) === mark) {
    const outer = { value, start: start - length, end: end + length };
    return spliced(outer, inside, 0, inside.length);
  }
  if (inside.length > 2 * length && inside.startsWith(mark) && inside.endsWith(mark))
    return spliced(at, inside.slice(length, -length), 0, inside.length - 2 * length);
  // A mark beside a space marks nothing.
  const text = inside.trim();
  const before = inside.slice(0, inside.length - inside.trimStart().length);
  const after = text ? inside.slice(before.length + text.length) : '';
  return spliced(
    at,
    before + mark + text + mark + after,
    before.length + length,
    before.length + length + text.length,
  );
};

/** Makes the selected lines a block of code, on lines of its own. */
export const codeBlock = (at: Selected): Selected => {
  const { value, start, end } = at;
  const inside = value.slice(start, end);
  const before = start > 0 && value[start - 1] !== '\n' ? '\n' : '';
  const after = end < value.length && value[end] !== '\n' ? '\n' : '';
  const open = `${before}\`\`\`\n`;
  return spliced(at, `${open}${inside}\n\`\`\`${after}`, open.length, open.length + inside.length);
};

/** Begins each selected line with a mark, or takes it away from all of them: quotes and lists. */
export const toggleLines = ({ value, start, end }: Selected, mark: string): Selected => {
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const next = value.indexOf('\n', end);
  const to = next < 0 ? value.length : next;
  const lines = value.slice(from, to).split('\n');
  const isMarked = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join('\n');
  return spliced({ value, start: from, end: to }, text, text.length, text.length);
};
