import { secondsFromNow, signedToken } from '../people/jwt.js';
import { expect, test } from '../people/own-messenger.js';
import { Security } from '../people/security.js';

test.describe('where the first browser keeps a name', () => {
  test.use({ settings: { AUTH_MODE: 'claim' } });

  test('it opens there again after signing out, and elsewhere with a code', async ({ ada, grace }) => {
    await ada.saysWho();
    const [code] = await new Security(ada).keepsTheCodes();
    await expect(ada.screen.ownStatus).toContainText('Online');
    await ada.signsOut();
    await expect(ada.page.getByText('The first browser to use a name keeps it')).toBeVisible();
    await ada.saysWho();
    await expect(ada.screen.ownStatus).toContainText('Online');

    await grace.page.goto('/login');
    await grace.screen.username.fill(ada.username);
    await grace.screen.continue.click();
    await expect(grace.screen.password).toHaveCount(0);
    await expect(grace.page.getByText('this browser is not the one that keeps it')).toBeVisible();
    await grace.screen.recoveryCode.fill(code!);
    await grace.screen.continue.click();
    await expect(grace.screen.ownStatus).toContainText(ada.username);
  });
});

test.describe('where every name has a password', () => {
  test.use({ settings: { AUTH_MODE: 'password' } });

  test('a new one chooses it, and is asked for it from then on', async ({ ada, grace }) => {
    await ada.page.goto('/login');
    await expect(ada.page.getByText('Every name here has a password')).toBeVisible();
    await ada.saysWho();
    await expect(ada.page.getByText('This name is new here')).toBeVisible();
    await expect(ada.screen.password).toHaveAttribute('autocomplete', 'new-password');
    await ada.screen.password.fill('a chair by the fire');
    await ada.screen.continue.click();
    await new Security(ada).keepsTheCodes();
    await expect(ada.screen.ownStatus).toContainText('Online');

    await grace.page.goto('/login');
    await grace.screen.username.fill(ada.username);
    await grace.screen.continue.click();
    await expect(grace.screen.password).toHaveAttribute('autocomplete', 'current-password');
    await grace.screen.password.fill('a chair by the window');
    await grace.screen.continue.click();
    await expect(grace.screen.alert).toContainText('not the password');
  });
});

test.describe('where another system says who somebody is', () => {
  const KEY = 'what the shop and the messenger know';
  const [ISSUER, AUDIENCE] = ['https://shop.example', 'parley'];
  test.use({
    settings: {
      AUTH_MODE: 'external',
      EXTERNAL_JWT_SECRET: KEY,
      EXTERNAL_JWT_ISSUER: ISSUER,
      EXTERNAL_JWT_AUDIENCE: AUDIENCE,
    },
  });

  test('one comes in from there alone, by the name from there', async ({ ada, messenger }) => {
    const { url } = messenger.addresses;
    const claims = {
      sub: 'customer 7',
      name: 'Countess Ada',
      iss: ISSUER,
      aud: AUDIENCE,
      exp: secondsFromNow(600),
    };
    await ada.page.goto('/login');
    await expect(ada.page.getByText('from another product')).toBeVisible();
    await expect(ada.page.getByRole('textbox')).toHaveCount(0);

    const comesIn = (key: string) =>
      ada.context.request.post(`${url}/api/v1/auth/external`, {
        data: { token: signedToken(claims, key) },
        headers: { origin: url },
      });
    expect((await comesIn('another key of the same length, or so')).status()).toBe(401);
    expect((await comesIn(KEY)).status()).toBe(200);
    await ada.page.goto('/');
    await expect(ada.screen.ownStatus).toContainText('Countess Ada');

    await ada.page.goto('/account');
    await expect(ada.page.getByText('come from the product that you sign in from')).toBeVisible();
    await expect(ada.page.getByRole('textbox')).toHaveCount(0);
    await ada.page.goto('/account/security');
    await expect(ada.page.getByText('Another system says who you are')).toBeVisible();
    await expect(ada.page.getByRole('textbox')).toHaveCount(0);
    await expect(new Security(ada).devices).toHaveCount(1);
  });
});
