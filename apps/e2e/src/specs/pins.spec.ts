import { MessageActs } from '../people/actions.js';
import { accessibilityFaults } from '../people/faults.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';

const panel = ({ page }: Person) => page.getByRole('complementary', { name: 'Pinned messages' });
const opener = ({ screen }: Person) => screen.main.getByRole('link', { name: 'Pinned messages' });

test('what is pinned is marked, listed for everyone, found in the room, and unpinned', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await (await ada.account()).posts(room, 'the wifi password');
  await ada.visits(room);
  await grace.visits(room);
  await opener(grace).click();
  await expect(panel(grace)).toContainText('Nothing is pinned');

  await new MessageActs(ada).chooses('the wifi password', 'Pin');

  await expect(ada.screen.message('the wifi password')).toContainText('Pinned');
  await expect(panel(grace).getByRole('heading')).toHaveText('1 pinned');
  await expect(panel(grace)).toContainText('the wifi password');
  await panel(grace).getByRole('link', { name: 'Show in the room' }).click();
  await expect(grace.page).toHaveURL(/\?message=/);
  await expect(grace.screen.message('the wifi password')).toBeInViewport();

  await opener(ada).click();
  await panel(ada).getByRole('button', { name: 'Unpin' }).click();
  await expect(panel(ada)).toContainText('Nothing is pinned');
  await expect(grace.screen.message('the wifi password')).not.toContainText('Pinned');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pins are read by their address', async ({ ada, grace }) => {
    const room = await (await ada.isSignedIn()).opens(await grace.account());
    const message = await (await grace.account()).posts(room, 'the way to the lake');
    await (await grace.account()).calls('pinMessage', { messageId: message.id });

    await ada.reads(room);
    await opener(ada).click();

    await expect(panel(ada)).toContainText('the way to the lake');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the pinned messages have no faults that axe finds', async ({ ada, grace }) => {
      const room = await (await ada.isSignedIn()).opens(await grace.account());
      const message = await (await grace.account()).posts(room, 'worth keeping');
      await (await grace.account()).calls('pinMessage', { messageId: message.id });
      await ada.visits(room, '?panel=pins');
      await expect(panel(ada)).toContainText('worth keeping');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}
