import { expect, test } from '../people/people.js';
import { Person } from '../people/person.js';
import { Security } from '../people/security.js';

const PASSWORD = 'a chair by the fire';

test('a password that is set on the page signs other devices out at once, and opens the name from then on', async ({
  ada,
  browser,
  url,
}) => {
  const room = await (await ada.isSignedIn()).general();
  await ada.visits(room);
  const phone = await Person.arrives(browser, ada.username, url);
  await phone.isSignedIn();
  await phone.visits(room);
  await phone.screen.composer.fill('half a thought');
  phone.complaints.expect(/status of 401/);

  await ada.opensTheAccountMenu();
  await ada.screen.menuItem('Security').click();
  const security = new Security(ada);
  await security.sets(PASSWORD);
  const codes = await security.keepsTheCodes();
  expect(codes).toHaveLength(10);
  await expect(ada.screen.status.filter({ hasText: 'Your password is set' })).toBeVisible();

  await expect(phone.screen.dialog).toBeVisible();
  await expect(phone.screen.password).toHaveCount(0);
  await phone.screen.continue.click();
  await phone.screen.password.fill('a guess');
  await phone.screen.continue.click();
  await expect(phone.screen.dialog.getByRole('alert')).toContainText('not the password');
  await phone.screen.password.fill(PASSWORD);
  await phone.screen.continue.click();
  await expect(phone.screen.dialog).toBeHidden();
  await expect(phone.screen.composer).toHaveValue('half a thought');
  await phone.leaves();
});

test('the codes are shown once, and stand neither in an address nor where scripts can read', async ({
  ada,
}) => {
  await ada.isSignedIn();
  const security = new Security(ada);
  await security.opens();
  await security.sets(PASSWORD);
  await expect(ada.screen.heading).toHaveText('Keep these codes');
  const [code] = await security.codes.allInnerTexts();

  expect(ada.page.url()).not.toContain(code!);
  const readable = await ada.page.evaluate(
    () => document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
  );
  expect(readable).not.toContain(code);
  expect(JSON.stringify(await ada.context.cookies())).not.toContain(code);
  await ada.reloads();
  await expect(ada.screen.heading).toHaveText('Codes are shown once');
  await expect(ada.page.getByText(code!)).toHaveCount(0);
});

test('a name with a password is asked for it after it was typed, and a wrong one is told by its field', async ({
  ada,
  grace,
}) => {
  const account = await ada.account();
  await account.calls('setPassword', { password: PASSWORD });

  await ada.saysWho();
  await expect(ada.screen.password).toBeFocused();
  await expect(ada.screen.username).toHaveValue(ada.username);
  await expect(ada.screen.password).toHaveAttribute('autocomplete', 'current-password');
  await expect(ada.screen.alert).toHaveCount(0);

  await ada.screen.password.fill('a guess');
  await ada.page.keyboard.press('Enter');
  await expect(ada.screen.alert).toContainText('not the password');
  await expect(ada.screen.password).toHaveAttribute('aria-invalid', 'true');
  expect(ada.page.url()).not.toContain('guess');

  await ada.screen.password.fill(PASSWORD);
  await ada.page.keyboard.press('Enter');
  await expect(ada.screen.ownStatus).toContainText('Online');
  expect(ada.page.url()).not.toContain(encodeURIComponent(PASSWORD));

  const lookAlike = ada.username.replace('a', '\u0430');
  for (const spelling of [ada.username.toUpperCase(), lookAlike]) {
    await grace.page.goto('/login');
    await grace.screen.username.fill(spelling);
    await grace.screen.continue.click();
    await expect(grace.screen.password).toBeVisible();
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a password is set, a forgotten one is replaced by way of a code, and a code opens once', async ({
    ada,
  }) => {
    await ada.saysWho();
    const security = new Security(ada);
    await security.opens();
    await security.sets('password123');
    await expect(ada.screen.alert).toContainText('first that are guessed');
    await security.sets(PASSWORD);
    const [code] = await security.keepsTheCodes();
    await ada.page.goto('/account');
    await ada.page.getByRole('button', { name: 'Sign out' }).click();

    const usesTheCode = async () => {
      await ada.saysWho();
      await ada.page.getByText('Use a recovery code').click();
      await ada.screen.recoveryCode.fill(code!.toUpperCase());
      await ada.screen.continue.click();
    };
    await usesTheCode();
    await expect(ada.screen.rooms).toBeVisible();
    await security.opens();
    await security.sets('another chair', 'a guess');
    await expect(ada.screen.alert).toContainText('not your password');
    await security.sets('another chair');
    await expect(ada.screen.status).toContainText('Your password is set');
    await ada.page.goto('/account');
    await ada.page.getByRole('button', { name: 'Sign out' }).click();

    await usesTheCode();
    await expect(ada.screen.alert).toContainText('does not open');
    await ada.screen.recoveryCode.fill('');
    await ada.screen.password.fill('another chair');
    await ada.screen.continue.click();
    await expect(ada.screen.rooms).toBeVisible();
  });
});

test('my devices are listed, and one of them or all others can be signed out', async ({
  ada,
  browser,
  url,
}) => {
  await ada.signsIn();
  const others = [];
  for (let n = 0; n < 2; n += 1) {
    const other = await Person.arrives(browser, ada.username, url);
    await other.signsIn();
    other.complaints.expect(/status of 401/);
    others.push(other);
  }
  const security = new Security(ada);
  await security.opens();
  await expect(security.devices).toHaveCount(3);
  await expect(security.devices.first()).toContainText('This device');
  await expect(security.devices.first()).toContainText('Chrome on Linux');

  await security.devices.last().getByRole('button', { name: 'Sign out Chrome on Linux' }).click();
  await expect(ada.screen.status).toContainText('The device was signed out');
  await expect(security.devices).toHaveCount(2);
  await ada.page.getByRole('button', { name: 'Sign out all other devices' }).click();
  await expect(security.devices).toHaveCount(1);
  for (const other of others) {
    await expect(other.screen.dialog).toContainText('You were signed out');
    await other.leaves();
  }
  await ada.page.goto('/');
  await expect(ada.screen.ownStatus).toContainText('Online');
});
