import type { Message } from '@parley/shared-types';
import { withChanges, type ChangesByMessage } from './message-changes.js';

const byPin = (a: Message, b: Message) => (b.pinnedAt ?? '').localeCompare(a.pinnedAt ?? '');

/** Takes a later state of a message into the pins of its room. */
export const applyToPins = (pins: Message[], message: Message): Message[] => {
  const known = pins.find(({ id }) => id === message.id);
  if (known ? known.version >= message.version : message.pinnedAt === null) return pins;
  const others = pins.filter((pin) => pin !== known);
  return message.pinnedAt === null ? others : [...others, message].sort(byPin);
};

/** The pins as they will be once my changes are stored. */
export const pinsWithChanges = (pins: Message[], changes: ChangesByMessage): Message[] => {
  if (changes.size === 0) return pins;
  const targets = [...changes.values()].flatMap(([first]) => first?.target ?? []);
  const others = targets.filter((target) => !pins.some(({ id }) => id === target.id));
  return [...pins, ...others]
    .map((message) => withChanges(message, changes.get(message.id) ?? []))
    .filter((message) => message.pinnedAt !== null)
    .sort(byPin);
};
