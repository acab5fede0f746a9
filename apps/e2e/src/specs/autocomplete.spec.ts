import { accessibilityFaults } from '../people/faults.js';
import { unique } from '../people/names.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { Writing } from '../people/writing.js';

/** A group of these people, open before the first of them. */
async function group(ada: Person, ...others: Person[]): Promise<Writing> {
  const accounts = await Promise.all(others.map((other) => other.account()));
  const account = await ada.isSignedIn();
  await ada.visits(await account.creates('group', `circle ${unique()}`, ...accounts));
  return new Writing(ada);
}

test('people of the room are suggested after @, and the chosen one is mentioned', async ({
  ada,
  grace,
  linus,
}) => {
  const writing = await group(ada, grace, linus);

  await writing.types('hi @gra');
  await expect(writing.chosen).toContainText(grace.username);
  await expect(ada.screen.composer).toHaveAttribute('aria-activedescendant', /.+/);
  await writing.presses('Enter');
  await expect(ada.screen.composer).toHaveValue(`hi @${grace.username} `);
  await expect(writing.suggestions).toBeHidden();

  await writing.presses('Enter');
  await expect(ada.screen.log.getByTitle(`@${grace.username}`)).toBeVisible();
});

test('arrows go through the suggestions and round, Tab takes one', async ({ ada, grace, linus }) => {
  const writing = await group(ada, grace, linus);
  await writing.types('@');
  await expect(writing.suggestions.getByRole('option')).toHaveCount(4);
  const first = await writing.chosen.textContent();

  await writing.presses('ArrowDown');
  const second = await writing.chosen.textContent();
  expect(second).not.toBe(first);
  await writing.presses('ArrowUp', 'ArrowUp');
  await expect(writing.chosen).toContainText('@here');
  await writing.presses('ArrowDown', 'ArrowDown', 'Tab');

  const written = await ada.screen.composer.inputValue();
  expect(second).toContain(written.trim().slice(1));
  await expect(ada.screen.composer).toBeFocused();
});

test('Escape leaves what was typed as it is, and Enter sends again', async ({ ada, grace }) => {
  const writing = await group(ada, grace);

  await writing.types('mail @gra');
  await expect(writing.chosen).toBeVisible();
  await writing.presses('Escape');
  await expect(writing.suggestions).toBeHidden();
  await writing.presses('Enter');

  await ada.hears('mail @gra');
});

test('@room and @here say how many they reach', async ({ ada, grace, linus }) => {
  const writing = await group(ada, grace, linus);

  await writing.types('@ro');
  await expect(writing.suggestions.getByRole('option')).toHaveText(['@roomNotify all 2 people']);
});

test('a room is suggested after # and is a link when it is sent', async ({ ada, grace }) => {
  const writing = await group(ada, grace);

  await writing.types('see #gene');
  await expect(writing.chosen).toContainText('general');
  await writing.suggestions.getByRole('option', { name: 'general' }).click();
  await expect(ada.screen.composer).toHaveValue('see #general ');
  await writing.presses('Enter');

  await expect(ada.screen.log.getByRole('link', { name: '#general' })).toBeVisible();
});

test('a room of several words is suggested too, and leads to it', async ({ ada, grace }) => {
  const name = `two words ${unique()}`;
  const other = await (await ada.account()).creates('group', name);
  const writing = await group(ada, grace);

  await writing.types('#two');
  await expect(writing.chosen).toContainText(name);
  await writing.presses('Enter');
  await expect(ada.screen.composer).toHaveValue(/^\[#two words /);
  await writing.presses('Enter');

  const link = ada.screen.log.getByRole('link', { name: `#${name}` });
  await expect(link).toHaveAttribute('href', `${ada.url}/rooms/${other.id}`);
});

test('emoji are suggested after a colon, and a whole name becomes its emoji', async ({ ada, grace }) => {
  const writing = await group(ada, grace);

  await writing.types('yes :tad');
  await expect(writing.chosen).toContainText('🎉');
  await writing.presses('Enter');
  await expect(ada.screen.composer).toHaveValue('yes 🎉 ');

  await writing.types(':wave:');
  await expect(ada.screen.composer).toHaveValue('yes 🎉 👋');
});

test('nothing is suggested in code, in addresses, or for times of day', async ({ ada, grace }) => {
  const writing = await group(ada, grace);

  for (const text of ['`@gra', 'a@gra', '10:30', 'https:']) {
    await ada.screen.composer.fill('');
    await writing.types(text);
    await expect(writing.suggestions).toHaveCount(0);
  }
});

test('Enter during a composition takes no suggestion', async ({ ada, grace }) => {
  const writing = await group(ada, grace);
  await writing.types('@gra');
  await expect(writing.chosen).toBeVisible();

  const enter = { key: 'Enter', bubbles: true, cancelable: true };
  await ada.screen.composer.dispatchEvent('keydown', { ...enter, isComposing: true });
  await ada.screen.composer.dispatchEvent('keydown', { ...enter, keyCode: 229 });

  await expect(ada.screen.composer).toHaveValue('@gra');
  await expect(ada.screen.articles).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('suggestions have no faults that axe finds', async ({ ada, grace, linus }) => {
      const writing = await group(ada, grace, linus);
      for (const text of ['@', '#', ':smi']) {
        await ada.screen.composer.fill('');
        await writing.types(text);
        await expect(writing.chosen).toBeVisible();
        expect(await accessibilityFaults(ada.page)).toEqual([]);
      }
    });
  });
}
