import type { Phrase } from './search-query.js';
import { canBePart, wordsIn, type Word } from './words.js';

const MAX_LENGTH = 200;
/** How much of the text stands before the first hit. */
const LEAD = 60;
const CUT = '…';

export type Range = [start: number, end: number];

/** A part of a text around what was asked for, and where in it that is. */
export function snippetOf(text: string, phrases: Phrase[]): { snippet: string; highlights: Range[] } {
  const line = text.normalize('NFC');
  const words = [...wordsIn(line)];
  const hits = merge(phrases.flatMap((phrase) => hitsOf(phrase, words)));

  const start = startOf(line, hits[0]?.[0] ?? 0);
  const before = start > 0 ? CUT : '';
  const room = MAX_LENGTH - before.length;
  const isWhole = line.length - start <= room;
  const end = isWhole ? line.length : endOf(line, start + room - CUT.length);
  const shift = before.length - start;

  return {
    snippet: before + line.slice(start, end) + (isWhole ? '' : CUT),
    highlights: hits
      .filter((hit) => hit[0] < end)
      .map(([first, last]): Range => [first + shift, Math.min(last, end) + shift]),
  };
}

/** Where the phrase is: as in the index, its last word may go on, and a single one may be any part of a word. */
function hitsOf({ words: wanted, isQuoted }: Phrase, words: Word[]): Range[] {
  const hits: Range[] = [];
  const mayBePart = wanted.length === 1 && canBePart(wanted[0]!);
  for (let i = 0; i + wanted.length <= words.length; i++) {
    const last = words[i + wanted.length - 1]!;
    const place = placeIn(last, wanted.at(-1)!, isQuoted, mayBePart);
    if (!place || wanted.slice(0, -1).some((word, k) => words[i + k]!.text !== word)) continue;
    hits.push(wanted.length === 1 ? place : [words[i]!.start, place[1]]);
  }
  return hits;
}

function placeIn(word: Word, wanted: string, isQuoted: boolean, mayBePart: boolean): Range | null {
  if (word.text === wanted) return [word.start, word.end];
  const at = word.text.indexOf(wanted);
  if (isQuoted || at === -1 || (at > 0 && !mayBePart)) return null;
  // Where folding changed the length, nobody can tell which letters became which.
  const isAlike = word.text.length === word.end - word.start;
  return isAlike ? [word.start + at, word.start + at + wanted.length] : [word.start, word.end];
}

function merge(hits: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of hits.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The beginning of a word, a little before the hit; the beginning of the text if that is near. */
function startOf(line: string, hit: number): number {
  if (hit <= LEAD) return 0;
  const from = hit - LEAD;
  const space = line.indexOf(' ', from);
  return space !== -1 && space < hit ? space + 1 : wholeCharacter(line, from);
}

/** The end of the last word that fits; there may be none, in scripts without spaces. */
function endOf(line: string, limit: number): number {
  const space = line.lastIndexOf(' ', limit);
  return space > limit - LEAD ? space : wholeCharacter(line, limit);
}

/** Not between the halves of a character. */
const wholeCharacter = (line: string, at: number): number =>
  /[\udc00-\udfff]/.test(line.charAt(at)) && /[\ud800-\udbff]/.test(line.charAt(at - 1)) ? at - 1 : at;
