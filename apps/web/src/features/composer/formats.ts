import { applyEdit, selectedIn } from './apply-edit';
import { codeBlock, toggleLines, toggleMark } from './marks';
import { makeLink, type Selected } from './text-edit';

/** What can be done to the selected text, by its keys or by its button. */
export const FORMATS = {
  bold: (at: Selected) => toggleMark(at, '**'),
  italic: (at: Selected) => toggleMark(at, '_'),
  strike: (at: Selected) => toggleMark(at, '~~'),
  code: (at: Selected) => toggleMark(at, '`'),
  codeBlock,
  link: (at: Selected) => makeLink(at),
  quote: (at: Selected) => toggleLines(at, '> '),
  list: (at: Selected) => toggleLines(at, '- '),
};

export type Format = keyof typeof FORMATS;

export const format = (field: HTMLTextAreaElement | null, name: Format) => {
  if (field) applyEdit(field, FORMATS[name](selectedIn(field)));
};
