import { MessageActs } from '../people/actions.js';
import { expect, test } from '../people/people.js';

test('marked as unread from a message on, the room stays so until it is left and entered again', async ({
  ada,
  grace,
}) => {
  const adas = await ada.isSignedIn();
  const room = await adas.opens(await grace.isSignedIn());
  await (await grace.account()).postsNotes(room, 4);
  await ada.visits(room);
  const link = ada.screen.roomLink(grace.username);
  await expect(link).not.toHaveAccessibleName(/unread/);

  await new MessageActs(ada).chooses('note 3', 'Mark unread from here');

  await expect(link).toHaveAccessibleName(/\b2\b.*unread/);
  await expect(ada.screen.log.getByText('New', { exact: true })).toBeVisible();
  await (await grace.account()).posts(room, 'note 5');
  await ada.hears('note 5');
  await expect(link).toHaveAccessibleName(/\b3\b.*unread/);

  await ada.opens('general');
  await expect(link).toHaveAccessibleName(/\b3\b.*unread/);
  await ada.opens(grace.username);
  await expect(link).not.toHaveAccessibleName(/unread/);
});

test('replies that are folded into a thread are read with the room', async ({ ada, grace }) => {
  const adas = await ada.isSignedIn();
  const room = await adas.opens(await grace.account());
  const root = await (await grace.account()).posts(room, 'a thread begins');
  const clientId = crypto.randomUUID();
  await (
    await grace.account()
  ).calls('postMessage', { roomId: room.id, clientId, body: 'folded away', threadRootId: root.id });
  const link = ada.screen.roomLink(grace.username);
  await ada.visits(await adas.general());
  await expect(link).toHaveAccessibleName(/\b2\b.*unread/);

  await ada.opens(grace.username);

  await ada.hears('a thread begins');
  await expect(link).not.toHaveAccessibleName(/unread/);
});

test('a message that mentions me is marked, also on the way to it', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  const graces = await grace.account();
  await graces.postsNotes(room, 60);
  await (await ada.account()).calls('markRead', { roomId: room.id, seq: 60 });
  await ada.visits(room);
  await ada.hears('note 60');
  await ada.screen.log.hover();
  await ada.page.mouse.wheel(0, -600);
  await expect(ada.screen.jump).toBeVisible();

  await graces.posts(room, `over here @${ada.username}`);

  await expect(ada.screen.jump).toContainText('you were mentioned');
});
