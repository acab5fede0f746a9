export { type Mentions, mentionsIn } from './mentions.js';
export { parseMessage } from './parse-message.js';
export * from './plain.js';
export { plainText } from './plain-text.js';
export { walk } from './walk.js';
