import { MessageActs } from '../people/actions.js';
import { accessibilityFaults } from '../people/faults.js';
import { expect, test } from '../people/people.js';

test('a reaction is counted, named, joined and taken back', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);
  await ada.says('cake in the kitchen');
  const [adas, graces] = [new MessageActs(ada), new MessageActs(grace)];

  await graces.reacts('cake in the kitchen', '🎉');
  const seenByAda = adas.reaction('cake in the kitchen', '🎉');
  await expect(seenByAda).toHaveAccessibleName(`🎉 1, ${grace.username}`);
  await expect(seenByAda).toHaveAttribute('aria-pressed', 'false');

  await seenByAda.click();
  await expect(seenByAda).toHaveAccessibleName(`🎉 2, you and ${grace.username}`);
  await expect(graces.reaction('cake in the kitchen', '🎉')).toHaveAccessibleName(
    `🎉 2, you and ${ada.username}`,
  );

  await seenByAda.click();
  await expect(seenByAda).toHaveAccessibleName(`🎉 1, ${grace.username}`);
  await graces.reaction('cake in the kitchen', '🎉').click();
  await expect(seenByAda).toHaveCount(0);
});

test('who reacted is said when a reaction is pointed at', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const message = await (await ada.account()).posts(room, 'done');
  await (await grace.account()).calls('addReaction', { messageId: message.id, emoji: '👍' });
  await ada.visits(room);

  const reaction = new MessageActs(ada).reaction('done', '👍');
  const names = ada.screen.message('done').getByText(grace.username, { exact: true });
  await expect(names).toBeHidden();
  await reaction.hover();
  await expect(names).toBeVisible();
});

test('by keyboard a reaction is given from the message itself', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).posts(room, 'no mouse');
  await ada.visits(room);
  await expect(ada.screen.composer).toBeFocused();

  await ada.page.keyboard.press('Shift+Tab');
  await ada.page.keyboard.press('+');
  await expect(ada.page.getByRole('button', { name: 'React with 👍' })).toBeFocused();
  await ada.page.keyboard.press('Enter');

  await expect(new MessageActs(ada).reaction('no mouse', '👍')).toBeVisible();
  await expect(ada.screen.message('no mouse')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('reactions, their picker, the menu and the question before deleting have no faults', async ({
      ada,
      grace,
    }) => {
      const room = await (await ada.isSignedIn()).opens(await grace.account());
      await (await ada.account()).posts(room, 'look at me');
      await ada.visits(room);
      const acts = new MessageActs(ada);
      await acts.reacts('look at me', '👍');
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await acts.presses('look at me', 'React');
      await expect(ada.page.getByRole('button', { name: 'React with 🎉' })).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await ada.page.keyboard.press('Escape');

      await acts.presses('look at me', 'More actions');
      await expect(ada.screen.menu).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await ada.screen.menu.getByRole('menuitem', { name: 'Delete…' }).click();
      await expect(ada.screen.dialog).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}
