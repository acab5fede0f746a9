/**
 * The features of the API in the order in which they may ask each other: a feature imports only those before
 * it. Lint reads this list.
 */
export const FEATURES = [
  'users',
  'audit',
  'dead-letters',
  'credentials',
  'members',
  'blocks',
  'followers',
  'mentions',
  'attachments',
  'messages',
  'threads',
  'rooms',
  'reports',
  'auth',
  'receipts',
  'typing',
  'presence',
  'search',
  'connections',
  'admin',
];
