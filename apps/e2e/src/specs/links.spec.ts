import { MessageActs } from '../people/actions.js';
import { expect, test } from '../people/people.js';
import { stillness } from '../people/scrolling.js';
import { ThreadView } from '../people/threads.js';

test('a link to an old message shows it amid what was said then, and leads on both ways', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).postsNotes(room, 220);
  const { items } = await (await ada.account()).calls('messages', { roomId: room.id, around: 60, limit: 1 });

  await ada.visits(room, `?message=${items[0]!.id}`);

  await expect(ada.screen.message('note 60')).toBeInViewport();
  await expect(ada.screen.message('note 61')).toBeInViewport();
  await stillness(ada.screen.message('note 60'));
  await ada.jumpsToLatest();
  await expect(ada.screen.message('note 220')).toBeInViewport();
});

test('a quote leads to a message that was not loaded, and again after scrolling away', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const graces = await grace.account();
  const first = await graces.posts(room, 'long ago');
  await graces.postsNotes(room, 120);
  await graces.calls('postMessage', {
    roomId: room.id,
    clientId: crypto.randomUUID(),
    body: 'remember?',
    replyToId: first.id,
  });
  await (await ada.account()).calls('markRead', { roomId: room.id, seq: 122 });
  await ada.visits(room);

  for (let times = 0; times < 2; times += 1) {
    await ada.screen.message('remember?').getByRole('link').click();
    await expect(ada.screen.message('long ago')).toBeInViewport();
    await ada.jumpsToLatest();
    await expect(ada.screen.message('remember?')).toBeInViewport();
  }
});

test('a link to a reply opens its thread there', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const graces = await grace.account();
  const root = await graces.posts(room, 'the question');
  const reply = await graces.calls('postMessage', {
    roomId: room.id,
    clientId: crypto.randomUUID(),
    body: 'the answer',
    threadRootId: root.id,
  });

  await ada.page.goto(`/rooms/${room.id}?message=${reply.id}`);

  await expect(new ThreadView(ada).reply('the answer')).toBeInViewport();
  await expect(ada.page).toHaveURL(`/rooms/${room.id}?thread=${root.id}&message=${reply.id}`);
});

test('a link to nothing says so, and leads to the room', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'still here');

  await ada.visits(room, '?message=01890000-0000-7000-8000-000000000000');

  const told = ada.page.getByRole('alert').filter({ hasText: 'not here any more' });
  await expect(told).toBeVisible();
  await ada.hears('still here');
  await told.getByRole('link').click();
  await expect(told).toHaveCount(0);
});

test('the link of a message is copied from its menu, and leads to it', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const message = await (await grace.account()).posts(room, 'pass it on');
  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ada.visits(room);

  await new MessageActs(ada).chooses('pass it on', 'Copy link');

  const copied = () => ada.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(`${ada.url}/rooms/${room.id}?message=${message.id}`);
});
