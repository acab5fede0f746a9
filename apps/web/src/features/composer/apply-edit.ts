import type { Selected } from './text-edit';

export const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected => ({
  value,
  start: selectionStart,
  end: selectionEnd,
});

/** The part of `next` that is new, and which part of `before` it replaces. */
export const difference = (before: string, next: string) => {
  const most = Math.min(before.length, next.length);
  let start = 0;
  while (start < most && before[start] === next[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, text: next.slice(start, next.length - tail) };
};

/** Changes a field as if it were typed, so that undo takes it back. */
export const applyEdit = (field: HTMLTextAreaElement, edited: Selected) => {
  const { start, end, text } = difference(field.value, edited.value);
  field.focus();
  field.setSelectionRange(start, end);
  const isDone = text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
  if (!isDone && (text || start !== end)) {
    field.setRangeText(text, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(edited.start, edited.end);
};
