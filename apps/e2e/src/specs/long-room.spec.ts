import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { Account } from '../people/account.js';
import { loadWhole, scrollThrough } from '../people/many-messages.js';
import { expect, test } from '../people/people.js';
import { scrollToTop, stillness, watchPosition } from '../people/scrolling.js';
import { Wire } from '../people/wire.js';
import { shared } from '../servers/addresses.js';

const AT_ONCE = 50;

/** Many messages, fast: what is asked for at once is stored in one commit. */
async function fills(account: Account, room: Room, count: number) {
  for (let from = 1; from <= count; from += AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, n) =>
        account.posts(room, `note ${from + n} ${'of some length '.repeat((from + n) % 9)}`),
      ),
    );
  }
}

test('ten thousand loaded messages scroll, and only what is near the screen is in the page', async ({
  ada,
  grace,
}) => {
  test.setTimeout(300_000);
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  // Past the web server: only the room is wanted here.
  await fills(await Account.of(`http://127.0.0.1:${shared.port}`, grace.username), room, 10_000);
  await (await ada.account()).calls('markRead', { roomId: room.id, seq: 10_000 });
  await ada.visits(room);
  await loadWhole(ada.page);
  await expect(ada.screen.log.getByText(/beginning of your conversation/)).toBeVisible();
  await ada.screen.log.evaluate((log) => log.scrollTo(0, log.scrollHeight));
  await stillness(ada.screen.articles.last());

  const scrolled = await scrollThrough(ada.page, 2_000);

  const description = JSON.stringify(scrolled);
  test.info().annotations.push({ type: 'scrolling 10,000 messages', description });
  expect(scrolled.frames).toBeGreaterThan(100);
  expect(scrolled.mostArticles).toBeLessThan(80);
});

test('older messages with quotes and reactions arrive without moving what is being read', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const graces = await grace.account();
  let replyToId: string | undefined;
  for (let n = 1; n <= 140; n += 1) {
    const message = await graces.calls('postMessage', {
      roomId: room.id,
      clientId: randomUUID(),
      body: `note ${n}`,
      ...(replyToId && n % 3 === 0 && { replyToId }),
    });
    replyToId = message.id;
    if (n % 4 === 0) await graces.calls('addReaction', { messageId: message.id, emoji: '👍' });
  }
  await (await ada.account()).calls('markRead', { roomId: room.id, seq: 140 });
  const wire = await Wire.into(ada.page);
  await ada.visits(room);
  await ada.hears('note 140');

  wire.holds('room:history');
  await scrollToTop(ada.page, ada.screen.log);
  const anchor = ada.screen.message('note 92');
  await expect(anchor).toBeVisible();
  await stillness(anchor);
  const watch = await watchPosition(anchor);
  wire.letsAllPass();

  await expect(ada.screen.message('note 90')).toBeAttached();
  await stillness(anchor);
  expect(await watch.largestShift()).toBeLessThanOrEqual(1);
});
