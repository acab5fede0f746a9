import { expect, test } from '../people/people.js';

test('signed out, an address leads to the sign-in page and back after', async ({ ada, grace }) => {
  const room = await (await ada.account()).opens(await grace.account());
  await ada.page.goto(`/rooms/${room.id}`);
  await expect(ada.page).toHaveURL(/\/login\?next=/);

  await ada.screen.username.fill(ada.username);
  await ada.screen.continue.click();

  await expect(ada.page).toHaveURL(new RegExp(`/rooms/${room.id}$`));
  await expect(ada.screen.heading).toContainText(grace.username);
});

for (const next of [
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
]) {
  test(`signing in never leads to another site (next=${JSON.stringify(next)})`, async ({ ada }) => {
    await ada.page.goto(`/login?next=${encodeURIComponent(next)}`);

    await ada.screen.username.fill(ada.username);
    await ada.screen.continue.click();

    await expect(ada.screen.rooms).toBeVisible();
    expect(new URL(ada.page.url()).origin).toBe(ada.url);
  });
}

test('who is signed in already is not asked again', async ({ ada }) => {
  await ada.isSignedIn();

  await ada.page.goto('/login');

  await expect(ada.screen.rooms).toBeVisible();
});

test('signing out in one tab ends the others', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  const other = await ada.context.newPage();
  await other.goto(`/rooms/${room.id}`);
  await expect(other.getByRole('log', { name: 'Messages' })).toBeVisible();

  await ada.signsOut();

  await expect(other.getByRole('textbox', { name: 'Username' })).toBeVisible();
  await ada.page.goto(`/rooms/${room.id}`);
  await expect(ada.page).toHaveURL(/\/login/);
});

test('a session ended elsewhere is renewed over the page, with the draft kept', async ({ ada, grace }) => {
  const account = await ada.isSignedIn();
  const room = await account.opens(await grace.isSignedIn());
  await ada.visits(room);
  await grace.visits(room);
  await ada.screen.composer.fill('half a thought');
  ada.complaints.expect(/status of 401/);

  const { items } = await account.calls('sessions', {});
  await account.calls('endSession', { sessionId: items.find(({ current }) => current)!.id });
  await expect(ada.screen.dialog).toBeVisible();
  await expect(ada.screen.username).toHaveValue(ada.username);
  await ada.screen.continue.click();

  await expect(ada.screen.dialog).toBeHidden();
  await expect(ada.screen.composer).toHaveValue('half a thought');
  await ada.screen.composer.press('Enter');
  await grace.hears('half a thought');
});

test('an unknown room explains itself and leads home', async ({ ada }) => {
  await ada.isSignedIn();
  ada.complaints.expect(/status of 404/);

  await ada.page.goto('/rooms/01890000-0000-7000-8000-000000000000');

  await expect(ada.page.getByRole('heading', { level: 1 })).toBeVisible();
  await ada.screen.main.getByRole('link').click();
  await expect(ada.screen.heading).toContainText('general');
});

test("other people's rooms look like unknown ones", async ({ ada, grace, linus }) => {
  await ada.isSignedIn();
  ada.complaints.expect(/status of 404/);
  const secret = await (await grace.account()).opens(await linus.account());

  const answer = await ada.page.goto(`/rooms/${secret.id}`);

  expect(answer?.status()).toBe(404);
  await expect(ada.page.getByText(grace.username)).toHaveCount(0);
});

test('the token is out of reach of scripts and of the page', async ({ ada }) => {
  await ada.signsIn();
  const [cookie] = (await ada.context.cookies()).filter(({ name }) => name === 'session');

  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await ada.page.evaluate(() => document.cookie)).not.toContain('session=');
  expect(await ada.page.content()).not.toContain(cookie!.value);
  expect(await ada.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(cookie!.value);
});
