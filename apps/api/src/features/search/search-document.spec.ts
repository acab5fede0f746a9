import type { Attachment, Message } from '@parley/shared-types';
import { toDocument } from './search-document.js';

const message: Message = {
  id: 'first',
  roomId: 'home',
  seq: 1,
  version: 1,
  clientId: 'one',
  senderId: 'ada',
  body: 'Tea & cake',
  replyToId: null,
  threadRootId: null,
  replyCount: 0,
  mentions: [],
  mentionsAll: null,
  attachments: [],
  reactions: [],
  pinnedAt: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  editedAt: null,
  deletedAt: null,
};

const notes: Attachment = {
  id: 'notes',
  name: 'Shopping list.txt',
  mimeType: 'text/plain',
  size: 9,
  width: null,
  height: null,
  url: '/notes',
  thumbnailUrl: null,
  placeholder: null,
  alt: null,
};
const sunset: Attachment = { ...notes, id: 'sunset', name: 'sunset.webp', mimeType: 'image/webp' };

const hasOf = (changes: Partial<Message>) => toDocument({ ...message, ...changes }).has;

describe('what a message is found by', () => {
  it('its words, its room and its sender', () => {
    expect(toDocument(message)).toEqual({
      id: 'first',
      roomId: 'home',
      senderId: 'ada',
      version: 1,
      createdAt: Date.UTC(2026, 0, 1, 12),
      words: ['tea', 'cake'],
      has: [],
    });
  });

  it('the names of its files', () => {
    expect(toDocument({ ...message, attachments: [notes, sunset] }).words).toEqual([
      ...['tea', 'cake', 'shopping', 'list', 'txt', 'sunset', 'webp'],
    ]);
  });

  it.each<[string, Partial<Message>, string[]]>([
    ['a link', { body: 'see https://example.org' }, ['link']],
    ['a link under a text', { body: '[here](https://example.org)' }, ['link']],
    ['code', { body: 'try `npm start`' }, ['code']],
    ['a block of code', { body: '~~~\nnpm start\n~~~' }, ['code']],
    ['both', { body: '`code` and https://example.org' }, ['link', 'code']],
    ['a link inside code, which is none', { body: '`https://example.org`' }, ['code']],
    ['an address that leads nowhere safe', { body: '[here](javascript://x)' }, []],
    ['half a tick', { body: 'a ` b' }, []],
    ['a reaction', { reactions: [{ emoji: '👍', userIds: ['ada'] }] }, ['reaction']],
    ['a pin', { pinnedAt: message.createdAt }, ['pin']],
    ['replies', { replyCount: 1 }, ['thread']],
    ['a thread around it', { threadRootId: 'root' }, ['thread']],
    ['a file', { attachments: [notes] }, ['file']],
    ['a picture among its files', { attachments: [notes, sunset] }, ['file', 'image']],
  ])('%s', (_, changes, has) => {
    expect(hasOf(changes)).toEqual(has);
  });
});
