import { expect, test } from '../people/people.js';

test('a voice message is recorded and sent at once', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.context.grantPermissions(['microphone']);
  await ada.visits(room);
  await ada.screen.composer.fill('still writing');

  await ada.page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(ada.page.getByRole('timer')).toHaveText(/0:0[1-9]/);
  await ada.page.getByRole('button', { name: 'Send voice message' }).click();

  await expect(ada.screen.articles).toContainText('Sent');
  await expect(ada.screen.composer).toHaveValue('still writing');
  await expect(ada.screen.composer).toBeFocused();
  const { items } = await (await grace.account()).calls('messages', { roomId: room.id });
  expect(items).toMatchObject([
    { body: '', attachments: [{ mimeType: 'audio/webm', name: expect.stringMatching(/^Voice message/) }] },
  ]);
});

test('a voice message that is cancelled leaves nothing behind', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.context.grantPermissions(['microphone']);
  await ada.visits(room);

  await ada.page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(ada.page.getByRole('timer')).toBeVisible();
  await ada.page.keyboard.press('Escape');

  await expect(ada.page.getByRole('timer')).toHaveCount(0);
  await expect(ada.screen.composer).toBeFocused();
  await expect(ada.screen.articles).toHaveCount(0);
});

test('without a microphone one is told why', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.context.clearPermissions();
  await ada.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await ada.visits(room);

  await ada.page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(ada.screen.main.getByRole('alert')).toContainText(/microphone is not allowed/);
  await ada.page.getByRole('button', { name: 'Cancel recording' }).click();
  await expect(ada.screen.send).toBeVisible();
});
