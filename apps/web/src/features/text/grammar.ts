export { plainText } from '@parley/message-text';
export { MarkedText } from './marked-text';
