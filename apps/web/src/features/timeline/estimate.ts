import { roughHeight } from '@/features/attachments/rough-height';
import type { Row } from './rows';

const LINE_PX = 22;
const CHARACTERS_PER_LINE = 76;
const FOLDED_LINES = 18;

/** About how high a row is, in pixels, until it has been on screen and is known. */
export const estimateRow = (row: Row | undefined) => {
  if (row?.kind === 'beginning') return 220;
  if (row?.kind !== 'message') return 40;
  const { body, message } = row.item;
  const wrapped = body
    .split('\n')
    .reduce((sum, line) => sum + Math.ceil((line.length || 1) / CHARACTERS_PER_LINE), 0);
  const text = body === '' ? 0 : Math.min(wrapped, FOLDED_LINES) * LINE_PX;
  return text + roughHeight(message?.attachments ?? []) + (row.head ? 34 : 4);
};
