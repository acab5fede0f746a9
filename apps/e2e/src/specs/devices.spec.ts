import { MessageActs } from '../people/actions.js';
import { expect, test } from '../people/people.js';
import { Person } from '../people/person.js';
import { pictureOf, pictureOfThread } from '../people/picture.js';
import { ThreadView } from '../people/threads.js';

test('two devices of one person and one of another end equal, though one slept through it all', async ({
  ada,
  grace,
  browser,
  url,
}) => {
  // Four browsers.
  test.setTimeout(180_000);
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  for (const body of ['to be edited', 'to be deleted', 'to be liked', 'to be discussed', 'to be kept']) {
    await (await ada.account()).posts(room, body);
  }
  const tablet = await Person.arrives(browser, ada.username, url);
  await tablet.isSignedIn();
  for (const device of [ada, tablet, grace]) {
    await device.visits(room);
    await device.hears('to be kept');
  }

  await tablet.goesOffline();
  await expect(tablet.page.getByText('No connection')).toBeVisible();

  const [adas, graces] = [new MessageActs(ada), new MessageActs(grace)];
  await adas.edits('to be edited', 'edited');
  await adas.deletes('to be deleted');
  await graces.reacts('to be liked', '👍');
  await graces.answers('to be kept', `look, @${ada.username}`);
  await graces.chooses('to be kept', 'Pin');
  const thread = new ThreadView(grace);
  await thread.begins('to be discussed');
  await thread.says('a reply in the thread');
  await adas.reaction('to be liked', '👍').click();
  await expect(graces.reaction('to be liked', '👍')).toContainText('2');
  await ada.says('all done');
  await grace.hears('all done');

  await tablet.comesBackOnline();
  await tablet.hears('all done');

  const fresh = await Person.arrives(browser, ada.username, url);
  await fresh.isSignedIn();
  await fresh.visits(room);
  await fresh.hears('all done');
  for (const device of [ada, tablet, fresh, grace]) await new ThreadView(device).opens('to be discussed');
  for (const device of [ada, tablet, fresh, grace]) {
    await expect(new ThreadView(device).reply('a reply in the thread')).toBeVisible();
  }

  const expected = await pictureOf(fresh);
  expect(expected).toHaveLength(7);
  expect(JSON.stringify(expected)).toContain('edited');
  for (const device of [ada, tablet, grace]) {
    await expect.poll(() => pictureOf(device), { message: device.username }).toEqual(expected);
  }
  const expectedThread = await pictureOfThread(fresh);
  expect(expectedThread).toHaveLength(2);
  for (const device of [ada, tablet, grace]) {
    await expect.poll(() => pictureOfThread(device)).toEqual(expectedThread);
  }
  for (const device of [ada, tablet, fresh]) {
    await expect(device.screen.roomLink(grace.username)).not.toHaveAccessibleName(/unread/);
  }

  await tablet.leaves();
  await fresh.leaves();
});
