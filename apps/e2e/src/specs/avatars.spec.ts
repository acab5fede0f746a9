import { accessibilityFaults } from '../people/faults.js';
import { picture } from '../people/made-files.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { RoomSettings } from '../people/room-settings.js';

const face = picture('me.png', 900, 600);
const chosen = { name: face.name, mimeType: face.type, buffer: face.bytes };

/** Faces are decoration, so they have no name to be found by. */
const faceIn = (person: Person) =>
  person.screen.main.getByRole('banner').or(person.screen.main).locator('header img');

const opensTheSettings = async (person: Person) => {
  await person.opensTheAccountMenu();
  await person.screen.menuItem('Settings').click();
};

test('a picture that I choose of myself is seen by others, until I remove it', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await (await ada.account()).posts(room, 'here I am');
  await ada.visits(room);
  await grace.visits(room);
  await expect(faceIn(grace)).toHaveCount(0);

  await opensTheSettings(ada);
  const { dialog } = ada.screen;
  await dialog.getByLabel('Choose a picture').setInputFiles(chosen);
  await expect(dialog.getByText('Change picture')).toBeVisible();

  await expect(faceIn(grace)).toHaveCount(1);
  await expect
    .poll(() =>
      faceIn(grace).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
    )
    .toEqual([480, 480]);
  await expect(grace.screen.message('here I am').locator('img')).toHaveCount(1);

  await dialog.getByRole('button', { name: 'Remove picture' }).click();
  await expect(dialog.getByText('Choose a picture')).toBeVisible();
  await expect(faceIn(grace)).toHaveCount(0);
});

test('what is no picture is refused with a reason', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  await opensTheSettings(ada);

  const notes = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') };
  await ada.screen.dialog.getByLabel('Choose a picture').setInputFiles(notes);

  await expect(ada.screen.dialog.getByRole('alert')).toContainText('not accepted');
  await expect(ada.screen.dialog.getByText('Choose a picture')).toBeVisible();
});

test('a room gets a picture from who may rename it, and everyone in it sees it', async ({ ada, grace }) => {
  const room = await (
    await ada.isSignedIn()
  ).creates('group', `garden ${ada.username}`, await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);
  const settings = new RoomSettings(ada);
  await settings.opensTheDetails();

  await settings.details.getByLabel('Choose a picture').setInputFiles(chosen);

  await expect(faceIn(grace)).toHaveCount(1);
  await expect(grace.screen.roomLink(room.name!).locator('img')).toHaveCount(1);

  const graces = new RoomSettings(grace);
  await graces.opensTheDetails();
  await expect(graces.details).toBeVisible();
  await expect(graces.details.getByText('Change picture')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form gives me a picture, and another takes it away', async ({ ada }) => {
    const account = await ada.isSignedIn();
    await ada.page.goto('/account');

    await ada.page.getByLabel('Picture').setInputFiles(chosen);
    await ada.page.getByRole('button', { name: 'Use this picture' }).click();
    await expect(ada.page.getByRole('button', { name: 'Remove picture' })).toBeVisible();
    expect((await account.calls('me', {})).avatarUrl).not.toBeNull();

    await ada.page.getByRole('button', { name: 'Remove picture' }).click();
    await expect(ada.page.getByRole('button', { name: 'Remove picture' })).toHaveCount(0);
    expect((await account.calls('me', {})).avatarUrl).toBeNull();
  });

  test('a form with more than a picture is not read', async ({ ada }) => {
    const account = await ada.isSignedIn();

    const answer = await ada.context.request.post('/me/picture', {
      multipart: { file: { ...chosen, buffer: Buffer.alloc(8_100_000) } },
      headers: { origin: ada.url },
      maxRedirects: 0,
    });

    expect(answer.headers().location).toBe('/account?error=payload_too_large');
    expect((await account.calls('me', {})).avatarUrl).toBeNull();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the account with a picture has no faults that axe finds', async ({ ada }) => {
      const account = await ada.isSignedIn();
      await ada.visits(await account.general());
      await opensTheSettings(ada);
      await ada.screen.dialog.getByLabel('Choose a picture').setInputFiles(chosen);
      await expect(ada.screen.dialog.getByText('Change picture')).toBeVisible();
      expect(await accessibilityFaults(ada.page)).toEqual([]);

      await ada.page.goto('/account');
      expect(await accessibilityFaults(ada.page)).toEqual([]);
    });
  });
}
