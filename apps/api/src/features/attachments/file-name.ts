import { MAX_FILE_NAME_LENGTH } from '@parley/shared-types';

const NAMELESS = 'file';

/** Control characters, and what shows nothing or turns the direction of reading; emoji are joined by U+200D. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029](?<!\u200d)/gu;

const LONGEST_ENDING = 20;

/**
 * The name under which people see a file, of what an uploader said: one line without a path, not longer than a store
 * of theirs takes, its ending kept.
 */
export function cleanName(given: string | undefined): string {
  const name = (given ?? '')
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/^.*[/\\]/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' ? NAMELESS : shortened(name);
}

/** `.png`, in lower case; empty for a name without one. */
export const endingOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** A name that ends as its type does: what is shown as a picture is also saved as one. */
export const withEnding = (name: string, endings: readonly string[]): string =>
  endings.includes(endingOf(name)) ? name : `${shortened(name, endings[0]!.length)}${endings[0]}`;

function shortened(name: string, spare = 0): string {
  const most = MAX_FILE_NAME_LENGTH - spare;
  if (name.length <= most) return name;
  const ending = endingOf(name).length <= LONGEST_ENDING ? (/\.[^.]*$/.exec(name)?.[0] ?? '') : '';
  // A pair of surrogates that is cut in two is no character any more.
  return name.slice(0, most - ending.length).replace(/\p{Cs}$/u, '') + ending;
}
