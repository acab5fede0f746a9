import { nameKeys } from './username-key.js';

/** Names that would be taken for the messenger itself, or for everyone in a room. */
const RESERVED = [
  'admin',
  'administrator',
  'system',
  'everyone',
  'here',
  'room',
  'api',
  'parley',
  'operator',
  'root',
];

const KEYS = new Set(RESERVED.flatMap(nameKeys));

export const isReserved = (username: string): boolean => nameKeys(username).some((key) => KEYS.has(key));
