import { MessageActs } from '../people/actions.js';
import { promote } from '../people/operator.js';
import { expect, test } from '../people/people.js';
import { Person } from '../people/person.js';

const card = ({ page }: Person, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('the pages for admins are there for nobody else', async ({ ada, grace }) => {
  await ada.isSignedIn();
  ada.complaints.expect(/status of 404/);
  for (const path of ['/admin', '/admin/people', '/admin/reports', '/admin/audit', '/admin/dead-letters']) {
    const answer = await ada.page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(ada.screen.heading).toHaveText('There is no such place');
  }
  await ada.visits(await (await ada.account()).opens(await grace.account()));
  await ada.opensTheAccountMenu();
  await expect(ada.screen.menuItem('Administration')).toHaveCount(0);

  await grace.page.goto('/admin/people');
  await expect(grace.page).toHaveURL(/\/login\?next=/);
});

test('an admin finds the way from the account menu', async ({ ada, grace, url }) => {
  await promote(url, (await grace.account()).user);
  await grace.signsIn();
  await grace.opensTheAccountMenu();
  await grace.screen.menuItem('Administration').click();
  await grace.page
    .getByRole('searchbox')
    .or(grace.page.getByRole('textbox', { name: /Find/ }))
    .fill(ada.username);
  await grace.page.keyboard.press('Enter');
  await expect(grace.page.getByText(`Nobody is called “${ada.username}”.`)).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an admin renames somebody, signs them out for good, and brings them back', async ({
    ada,
    grace,
    linus,
    url,
  }) => {
    await promote(url, (await ada.account()).user);
    await ada.saysWho();
    await linus.saysWho();
    await ada.page.goto(`/admin/people?query=${linus.username}`);
    const renamed = `${linus.username}-t`;

    await card(ada, linus.username).getByText('Manage').click();
    await ada.screen.username.fill(renamed);
    await ada.page.getByRole('button', { name: 'Rename' }).click();
    await expect(ada.screen.status).toHaveText('The names were saved.');
    await expect(card(ada, renamed)).toContainText('1 device');

    await card(ada, renamed).getByText('Manage').click();
    await ada.page.getByText('Deactivate…').click();
    await expect(ada.page.getByText('cannot sign in any more')).toBeVisible();
    await ada.page.getByRole('button', { name: `Deactivate ${renamed}` }).click();
    await expect(card(ada, renamed)).toContainText('Deactivated');
    await expect(card(ada, renamed)).toContainText('not signed in');
    await linus.page.goto('/rooms');
    await expect(linus.page).toHaveURL(/\/login/);
    await grace.page.goto('/login');
    await grace.screen.username.fill(renamed);
    await grace.screen.continue.click();
    await expect(grace.screen.alert).toContainText('was deactivated');

    await card(ada, renamed).getByText('Manage').click();
    await ada.page.getByRole('button', { name: 'Reactivate' }).click();
    await expect(ada.screen.status).toHaveText('The account is active again.');

    await card(ada, renamed).getByText('Manage').click();
    await card(ada, renamed).getByRole('link', { name: 'Audit log' }).click();
    const lines = ada.screen.main.getByRole('listitem');
    await expect(lines.nth(0)).toContainText(`${ada.username} reactivated ${renamed}`);
    await expect(lines.nth(1)).toContainText(`${ada.username} deactivated ${renamed}`);
    const names = `${ada.username} changed the username of ${renamed} from ${linus.username} to ${renamed}`;
    await expect(lines.filter({ hasText: names })).toHaveCount(1);
    await ada.page.getByRole('combobox', { name: 'What was done' }).selectOption('Deactivated');
    await ada.page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(lines).toHaveCount(1);
  });
});

test('a message that was reported is read by an admin, removed for all, and the report resolved', async ({
  ada,
  grace,
  linus,
  url,
}) => {
  await promote(url, (await linus.account()).user);
  const room = await (
    await ada.isSignedIn()
  ).creates('group', `reading ${ada.username}`, await grace.isSignedIn());
  const body = `watches of ${grace.username}`;
  await (await grace.account()).posts(room, body);
  await ada.visits(room);
  await new MessageActs(ada).chooses(body, 'Report…');
  await ada.screen.dialog.getByRole('textbox', { name: 'Reason' }).fill('An advertisement.');
  await ada.screen.dialog.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(ada.screen.status.filter({ hasText: 'Thank you' })).toBeVisible();

  await linus.saysWho();
  await linus.page.goto('/admin/reports');
  const report = card(linus, body);
  await expect(report).toContainText(`${ada.username} reported a message of ${grace.username}`);
  await expect(report).toContainText('An advertisement.');
  await report.getByText('Remove message…').click();
  await report.getByRole('button', { name: 'Remove message' }).click();
  await expect(linus.screen.status).toHaveText('The message was removed.');
  await expect(ada.screen.articles.filter({ hasText: 'This message was deleted' })).toBeVisible();
  await report.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(linus.screen.status).toHaveText('The report is resolved.');
  await expect(report).toHaveCount(0);
  await linus.page.getByRole('link', { name: 'Resolved', exact: true }).click();
  await expect(report).toContainText(`Resolved by ${linus.username}`);
});
