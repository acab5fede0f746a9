import { Account } from '../people/account.js';
import { accessibilityFaults } from '../people/faults.js';
import { unique, uniqueName } from '../people/names.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { Writing } from '../people/writing.js';

async function alone(ada: Person, grace: Person): Promise<Writing> {
  await ada.visits(await (await ada.isSignedIn()).opens(await grace.account()));
  return new Writing(ada);
}

/** A group of eight, open before Ada. */
async function crowd(ada: Person): Promise<Writing> {
  const names = Array.from({ length: 7 }, () => uniqueName('linus'));
  const others = await Promise.all(names.map((name) => Account.of(ada.url, name)));
  const account = await ada.isSignedIn();
  await ada.visits(await account.creates('group', `crowd ${unique()}`, ...others));
  return new Writing(ada);
}

test('shortcuts put marks around what is selected, and undo takes them back', async ({ ada, grace }) => {
  const writing = await alone(ada, grace);
  const { composer } = ada.screen;

  for (const [keys, marked] of [
    ['Control+b', '**word**'],
    ['Control+i', '_word_'],
    ['Control+Shift+x', '~~word~~'],
    ['Control+e', '`word`'],
    ['Control+Shift+c', '```\nword\n```'],
    ['Control+Shift+u', '[word]()'],
  ] as const) {
    await composer.fill('word');
    await composer.selectText();
    await writing.presses(keys);
    await expect(composer).toHaveValue(marked);
    await writing.presses('Control+z');
    await expect(composer).toHaveValue('word');
  }
});

test('the same is done by buttons, which keep the selection', async ({ ada, grace }) => {
  await alone(ada, grace);
  const { composer } = ada.screen;
  await composer.fill('word');
  await composer.selectText();

  await ada.page.getByRole('button', { name: 'Formatting' }).click();
  const bar = ada.page.getByRole('toolbar', { name: 'Formatting' });
  await composer.selectText();
  await bar.getByRole('button', { name: 'Bold' }).click();
  await expect(composer).toHaveValue('**word**');
  await bar.getByRole('button', { name: 'Quote' }).click();
  await expect(composer).toHaveValue('> **word**');
  await expect(composer).toBeFocused();
});

test('an address pasted over a word becomes its link; other text is pasted as it is', async ({
  ada,
  grace,
}) => {
  const writing = await alone(ada, grace);
  await ada.screen.composer.fill('word');
  await ada.screen.composer.selectText();

  await writing.pastes('https://example.org/a');

  await expect(ada.screen.composer).toHaveValue('[word](https://example.org/a)');
});

test('near the limit the field says how much is left', async ({ ada, grace }) => {
  await alone(ada, grace);

  await ada.screen.composer.fill('x'.repeat(7_400));
  await expect(ada.page.getByText(/characters left/)).toHaveCount(0);
  await ada.screen.composer.fill('x'.repeat(7_990));
  await expect(ada.page.getByText('10 characters left')).toBeVisible();
});

test('a message that calls a crowd is sent only after a question', async ({ ada }) => {
  const writing = await crowd(ada);
  await writing.types('hello @room ');
  await writing.presses('Enter');

  const question = ada.page.getByRole('dialog', { name: 'Notify 7 people?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Keep writing' }).last().click();
  await expect(question).toBeHidden();
  await expect(ada.screen.composer).toHaveValue('hello @room ');
  await expect(ada.screen.articles).toHaveCount(0);

  await writing.presses('Enter');
  await question.getByRole('button', { name: 'Send and notify' }).click();
  await expect(ada.screen.articles).toHaveCount(1);
  await expect(ada.screen.composer).toHaveValue('');
});

test('a call that is only spoken of, in code, asks nothing', async ({ ada }) => {
  const writing = await crowd(ada);

  await ada.screen.composer.fill('type `@room` for that');
  await writing.presses('Enter');

  await expect(ada.screen.articles).toHaveCount(1);
  await expect(ada.page.getByRole('dialog')).toHaveCount(0);
});

test('an emoji is found in the picker and written at the caret', async ({ ada, grace }) => {
  const writing = await alone(ada, grace);
  await writing.types('well done');
  await writing.presses('Home');

  await ada.page.getByRole('button', { name: 'Emoji', exact: true }).click();
  await writing.emojiPicker.getByRole('searchbox').or(writing.emojiPicker.getByRole('textbox')).fill('party');
  await writing.emojiPicker.getByRole('gridcell', { name: /party popper/i }).click();

  await expect(ada.screen.composer).toHaveValue('🎉well done');
  await expect(ada.screen.composer).toBeFocused();
  await expect(writing.emojiPicker).toBeHidden();

  await ada.page.getByRole('button', { name: 'Emoji', exact: true }).click();
  await expect(writing.emojiPicker.getByRole('group', { name: 'Used lately' })).toContainText('🎉');
  await ada.page.keyboard.press('Escape');
  await expect(writing.emojiPicker).toBeHidden();
  await expect(ada.screen.composer).toBeFocused();
});

test('the list shows where something was begun and not sent', async ({ ada, grace, linus }) => {
  await (await ada.account()).opens(await linus.account());
  const writing = await alone(ada, grace);
  await writing.types('to be continued');
  await ada.opens(linus.username);
  const draft = ada.screen.roomLink(grace.username).getByRole('img', { name: 'draft' });
  await expect(draft).toBeVisible();

  await ada.opens(grace.username);
  await expect(draft).toHaveCount(0);
  await writing.presses('Enter');
  await ada.opens(linus.username);
  await expect(draft).toHaveCount(0);
});

test('nothing of what somebody was writing stays after signing out', async ({ ada, grace }) => {
  const writing = await alone(ada, grace);
  await writing.types('my secret');
  const drafts = () =>
    ada.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));
  expect(await drafts()).toHaveLength(1);

  await ada.signsOut();

  expect(await drafts()).toEqual([]);
});

test('a message is edited with the same help as it was written', async ({ ada, grace }) => {
  const writing = await alone(ada, grace);
  await ada.says('well done');

  await writing.presses('ArrowUp');
  const box = ada.page.getByRole('textbox', { name: 'Edit message' });
  await expect(box).toBeFocused();
  await box.pressSequentially(' @gra');
  await expect(writing.chosen).toContainText(grace.username);
  await box.press('Enter');
  await expect(box).toHaveValue(`well done @${grace.username} `);
  await box.press('Enter');

  await expect(ada.screen.log.getByTitle(`@${grace.username}`)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('formats, the picker and the question have no faults that axe finds', async ({ ada }) => {
      const writing = await crowd(ada);
      await ada.page.getByRole('button', { name: 'Formatting' }).click();
      await expect(ada.page.getByRole('toolbar')).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.page.getByRole('button', { name: 'Emoji', exact: true }).click();
      await expect(writing.emojiPicker.getByRole('gridcell').first()).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
      await ada.page.keyboard.press('Escape');

      await ada.screen.composer.fill('@here');
      await ada.screen.send.click();
      await expect(ada.page.getByRole('dialog')).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}
