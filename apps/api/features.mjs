/**
 * The features of the API in the order in which they may ask each other: a feature imports only those before
 * it. Lint reads this list.
 */
export const FEATURES = [
  'users',
  'members',
  'messages',
  'rooms',
  'auth',
  'receipts',
  'typing',
  'presence',
  'connections',
];
