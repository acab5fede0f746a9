import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../../common/caller.js';
import { rulesApp } from '../../testing/rules-app.js';
import { signedIn } from '../../testing/signed-in.js';
import { MessagesService } from './messages.service.js';

describe('the rules of messages', () => {
  let app: INestApplicationContext;
  let messages: MessagesService;
  let ada: Caller, grace: Caller;
  let roomId: string, generalId: string;

  beforeAll(async () => {
    app = await rulesApp({ MAX_MESSAGE_LENGTH: '10' });
    messages = app.get(MessagesService);
    ({ ada, grace, roomId, generalId } = await signedIn(app));
  });
  afterAll(() => app.close());

  const say = (caller: Caller, body: string, room = roomId, clientId: string = randomUUID()) =>
    messages.send(caller, { roomId: room, clientId, body });

  it('messages of several rooms in one commit each have the next place in their own', async () => {
    const sent = await Promise.all([
      say(ada, 'one'),
      say(ada, 'far', generalId),
      say(grace, 'two'),
      say(grace, 'off', generalId),
    ]);

    const placeOf = (body: string) => sent.find(({ message }) => message.body === body)!.message;
    expect(placeOf('two').seq).toBe(placeOf('one').seq + 1);
    expect(placeOf('two').version).toBe(placeOf('one').version + 1);
    expect(placeOf('off').seq).toBe(placeOf('far').seq + 1);
  });

  it('is new once, whoever asks again', async () => {
    const clientId = randomUUID();

    const first = await say(ada, 'once', roomId, clientId);
    const again = await say(ada, 'once', roomId, clientId);

    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(again.message).toEqual(first.message);
  });

  it('is as long as the setting allows, counted as JavaScript counts', async () => {
    await say(ada, 'x'.repeat(10));

    await expect(say(ada, 'x'.repeat(11))).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(say(ada, '🙂'.repeat(6))).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('one that is refused takes no place', async () => {
    const before = (await say(ada, 'before')).message;

    const [refused, accepted] = await Promise.allSettled([
      say({ ...ada, userId: randomUUID() }, 'stranger'),
      say(ada, 'after'),
    ]);

    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
    expect(accepted).toMatchObject({ value: { message: { seq: before.seq + 1 } } });
  });
});
