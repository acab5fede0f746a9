import type { Room } from '@parley/shared-types';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import {
  scrollBackTo,
  scrollToBeginning,
  scrollToTop,
  stillness,
  watchPosition,
} from '../people/scrolling.js';
import { Wire } from '../people/wire.js';

/** A room that Ada wrote `count` notes into and Grace has not opened yet. */
async function roomWithNotes(ada: Person, grace: Person, count: number): Promise<Room> {
  const [adasAccount, gracesAccount] = [await ada.isSignedIn(), await grace.isSignedIn()];
  const room = await adasAccount.opens(gracesAccount);
  await adasAccount.postsNotes(room, count);
  return room;
}

test('scrolling up reads a long history to its beginning', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 520);
  await ada.visits(room);
  await ada.hears('note 520');

  const first = ada.screen.message('note 1');
  await scrollToBeginning(ada.page, ada.screen.log, first);

  await expect(ada.screen.log.getByText(/the beginning/i)).toBeVisible();
});

test('older messages arrive above without moving what is being read', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 160);
  const wire = await Wire.into(ada.page);
  await ada.visits(room);
  await ada.hears('note 160');

  wire.holds('room:history');
  await scrollToTop(ada.page, ada.screen.log);
  const anchor = ada.screen.message('note 112');
  await expect(anchor).toBeVisible();
  await stillness(anchor);
  const watch = await watchPosition(anchor);
  wire.letsAllPass();

  await expect(ada.screen.message('note 110')).toBeAttached();
  await stillness(anchor);
  expect(await watch.largestShift()).toBeLessThanOrEqual(1);
});

test('a room opens at the first unread message, below a divider that stays', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 120);
  await (await grace.account()).calls('markRead', { roomId: room.id, seq: 80 });

  await grace.visits(room);

  const divider = grace.screen.log.getByText('New', { exact: true });
  await expect(divider).toBeInViewport();
  await expect(grace.screen.message('note 81')).toBeInViewport();
  await expect(grace.screen.message('note 120')).not.toBeInViewport();
  await expect(grace.screen.roomLink(ada.username)).toHaveAccessibleName(/unread/);

  await grace.jumpsToLatest();
  await grace.hears('note 120');
  await expect(grace.screen.roomLink(ada.username)).not.toHaveAccessibleName(/unread/);
  await scrollBackTo(grace.page, grace.screen.log, divider);
});

test('a room with more unread messages than a page opens at the first of them', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 300);
  await (await grace.account()).calls('markRead', { roomId: room.id, seq: 20 });

  await grace.visits(room);

  await expect(grace.screen.log.getByText('New', { exact: true })).toBeInViewport();
  await expect(grace.screen.message('note 21')).toBeInViewport();
});

test('who reads older messages is not dragged down by a new one', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 60);
  const gracesAccount = await grace.account();
  await ada.visits(room);
  await ada.hears('note 60');
  const reading = ada.screen.message('note 1');
  await scrollToBeginning(ada.page, ada.screen.log, reading);
  await stillness(reading);

  await gracesAccount.posts(room, 'news');
  await expect(ada.screen.jump).toContainText('1 new');
  await expect(reading).toBeInViewport();

  await ada.jumpsToLatest();
  await expect(ada.screen.message('news')).toBeInViewport();
});

test('who is at the end sees a new message without scrolling', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 60);
  await ada.visits(room);
  await expect(ada.screen.message('note 60')).toBeInViewport();

  await (await grace.account()).posts(room, 'news');

  await expect(ada.screen.message('news')).toBeInViewport();
});

test('a link to an old message opens the room there', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 200);
  const { items } = await (await ada.account()).calls('messages', { roomId: room.id, around: 40, limit: 1 });

  await ada.visits(room, `?message=${items[0]!.id}`);

  await expect(ada.screen.message('note 40')).toBeInViewport();
});

test('a message counts as read only in a window that somebody looks at', async ({ ada, grace }) => {
  const room = await roomWithNotes(ada, grace, 1);
  await grace.page.addInitScript(() => {
    const original = document.hasFocus.bind(document);
    const state = { away: true };
    document.hasFocus = () => !state.away && original();
    Object.assign(window, {
      comesBack: () => {
        state.away = false;
        window.dispatchEvent(new Event('focus'));
      },
    });
  });
  await grace.visits(room);
  await grace.hears('note 1');
  await ada.visits(room);
  await expect(ada.screen.message('note 1')).toContainText('Delivered');

  await grace.page.evaluate(() => (window as unknown as { comesBack: () => void }).comesBack());

  await expect(ada.screen.message('note 1')).toContainText('Read');
});
