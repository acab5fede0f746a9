import type { Message } from '@parley/shared-types';
import { forwarded } from './forwarded';

const message = (given: Partial<Message> = {}) =>
  ({
    roomId: 'room',
    id: 'message',
    threadRootId: null,
    body: 'one\ntwo',
    attachments: [],
    ...given,
  }) as Message;

const origin = 'https://chat.example';

describe('a message that is passed on', () => {
  it('is a quote of every line, with its author and the way back', () => {
    expect(forwarded(message(), { author: 'Grace', comment: '', origin })).toBe(
      '> Grace:\n> one\n> two\n> https://chat.example/rooms/room?message=message',
    );
  });

  it('names its files, which stay where they are', () => {
    const attachments = [{ name: 'sea.jpg' }] as Message['attachments'];
    expect(forwarded(message({ body: '', attachments }), { author: 'Grace', comment: '', origin })).toBe(
      '> Grace:\n> sea.jpg\n> https://chat.example/rooms/room?message=message',
    );
  });

  it('stands below what is said about it', () => {
    expect(forwarded(message({ body: 'hi' }), { author: 'Grace', comment: ' look ', origin })).toMatch(
      /^look\n\n> Grace:/,
    );
  });

  it('leads into its thread when it was a reply', () => {
    const body = forwarded(message({ threadRootId: 'root' }), { author: 'Grace', comment: '', origin });
    expect(body).toContain('/rooms/room?thread=root&message=message');
  });
});
