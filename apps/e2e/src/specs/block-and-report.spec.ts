import { MessageActs } from '../people/actions.js';
import { Blocks } from '../people/blocks.js';
import { expect, test } from '../people/people.js';
import { Person } from '../people/person.js';
import { RoomSettings } from '../people/room-settings.js';
import { Security } from '../people/security.js';

test('what somebody writes whom I block is folded away, for as long as I block them', async ({
  ada,
  grace,
}) => {
  const room = await (
    await ada.isSignedIn()
  ).creates('group', `reading ${ada.username}`, await grace.isSignedIn());
  await (await grace.account()).posts(room, 'buy my watches');
  await ada.visits(room);
  await grace.visits(room);
  const [acts, blocks] = [new MessageActs(ada), new Blocks(ada)];

  await acts.chooses('buy my watches', `Block ${grace.username}…`);
  await expect(blocks.dialog).toContainText('cannot write to you alone');
  await blocks.confirms();
  await expect(blocks.folded()).toBeVisible();
  await expect(ada.page.getByText('buy my watches')).toBeHidden();

  await grace.screen.composer.pressSequentially('they are');
  await grace.screen.composer.fill('they are cheap');
  await grace.screen.composer.press('Enter');
  await expect(blocks.folded()).toHaveCount(2);
  await expect(ada.page.getByText('typing…')).toHaveCount(0);
  await blocks.folded().first().click();
  await expect(ada.page.getByText('buy my watches')).toBeVisible();
  await expect(ada.page.getByText('they are cheap')).toBeHidden();

  await acts.chooses('buy my watches', `Unblock ${grace.username}`);
  await expect(blocks.folded()).toHaveCount(0);
  await ada.hears('they are cheap');
});

test('somebody whom I block cannot write to me alone, and I am offered to unblock them, on every device', async ({
  ada,
  grace,
  browser,
  url,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  const tablet = await Person.arrives(browser, ada.username, url);
  await tablet.isSignedIn();
  for (const person of [ada, tablet, grace]) await person.visits(room);
  const [settings, blocks, onTablet] = [new RoomSettings(ada), new Blocks(ada), new Blocks(tablet)];

  await settings.opensTheMenu();
  await settings.item(`Block ${grace.username}…`).click();
  await blocks.confirms();
  for (const each of [blocks, onTablet]) await expect(each.note).toHaveText(`You block ${grace.username}.`);
  await expect(ada.screen.composer).toHaveCount(0);

  await grace.says('do you hear me?');
  await expect(grace.screen.message('do you hear me?')).toContainText('Not sent');
  await expect(grace.screen.message('do you hear me?')).toContainText('takes no messages from you');
  expect(await (await ada.account()).bodiesIn(room)).toEqual([]);

  await onTablet.unblock.click();
  await expect(ada.screen.composer).toBeVisible();
  await grace.screen.message('do you hear me?').getByRole('button', { name: 'Retry' }).click();
  await ada.hears('do you hear me?');
  await tablet.leaves();
});

test('whoever sees no pointer blocks and unblocks by the keyboard', async ({ ada, grace }) => {
  const room = await (
    await ada.isSignedIn()
  ).creates('group', `reading ${ada.username}`, await grace.account());
  await (await grace.account()).posts(room, 'buy my watches');
  await ada.visits(room);
  const { keyboard } = ada.page;
  const item = (name: string) => ada.screen.menuItem(name);
  const choosesByKeyboard = async (name: string) => {
    await keyboard.press('m');
    await expect(ada.screen.menu).toBeVisible();
    while (!(await item(name).evaluate((each) => each === document.activeElement)))
      await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
  };

  await ada.screen.composer.focus();
  await keyboard.press('Shift+Tab');
  await choosesByKeyboard(`Block ${grace.username}…`);
  await expect(new Blocks(ada).dialog.getByRole('button', { name: 'Block', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(new Blocks(ada).folded()).toBeVisible();
  await expect(ada.screen.articles.last()).toBeFocused();
  await choosesByKeyboard(`Unblock ${grace.username}`);
  await ada.hears('buy my watches');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what they wrote can be unfolded, and they can be unblocked, in the room and on a page of its own', async ({
    ada,
    grace,
    linus,
  }) => {
    const account = await ada.isSignedIn();
    const room = await account.opens(await grace.account());
    await (await grace.account()).posts(room, 'hello');
    for (const person of [grace, linus])
      await account.calls('block', { userId: (await person.account()).id });
    await ada.reads(room);
    await expect(ada.page.getByText('hello', { exact: true })).toBeHidden();
    await new Blocks(ada).folded().click();
    await expect(ada.page.getByText('hello', { exact: true })).toBeVisible();
    await expect(ada.screen.composer).toHaveCount(0);

    await new Blocks(ada).unblock.click();
    await expect(ada.screen.composer).toBeVisible();
    const security = new Security(ada);
    await security.opens();
    await expect(security.blocked).toHaveText([/linus/]);
    await ada.page.getByRole('button', { name: `Unblock ${linus.username}` }).click();
    await expect(ada.page.getByText('You block nobody.')).toBeVisible();
  });
});

test('a person is reported from the list of members, and thanked', async ({ ada, grace }) => {
  const room = await (
    await ada.isSignedIn()
  ).creates('group', `reading ${ada.username}`, await grace.account());
  await ada.visits(room);
  await ada.opensTheMembers();

  const more = ada.screen.membersPanel.getByRole('button', { name: `More about ${grace.username}` });
  await more.click();
  await ada.screen.menuItem('Report…').click();
  await expect(ada.screen.dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await ada.screen.dialog.getByRole('textbox', { name: 'Reason' }).fill('She sells watches.');
  await ada.screen.dialog.getByRole('button', { name: 'Report', exact: true }).click();

  await expect(ada.screen.status.filter({ hasText: 'Thank you' })).toBeVisible();
  await expect(more).toBeFocused();
});
