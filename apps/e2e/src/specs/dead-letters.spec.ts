import { sidewaysOverflow } from '../people/fit.js';
import { promote } from '../people/operator.js';
import { expect, test } from '../people/own-messenger.js';

const ID = '01890a5d-ac96-774b-bcce-b30209';
const letter = (n: number, topic: string) =>
  `('${ID}${String(n).padStart(6, '0')}', '${topic}', '{"fileIds":[]}', 12, 'The bucket is gone', ${n}, ${n})`;

test.use({ javaScriptEnabled: false });

test('an admin has work done again that was given up, and discards what makes no sense', async ({
  ada,
  messenger,
  url,
}) => {
  await promote(url, (await ada.account()).user);
  const letters = [letter(1, 'files.removed'), letter(2, 'files.removed'), letter(3, 'unknown')];
  await messenger.changeData(
    `INSERT INTO jobs (id, topic, payload, attempts, error, created_at, died_at) VALUES ${letters.join(', ')}`,
  );
  await ada.saysWho();
  await ada.page.goto('/admin/people');
  await ada.page.getByRole('link', { name: 'Dead letters' }).click();
  const cards = ada.page.getByRole('listitem');
  await expect(cards).toHaveCount(3);
  await expect(cards.first()).toContainText('unknown');
  await expect(cards.last()).toContainText('The bucket is gone');
  await expect(cards.last()).toContainText('12 attempts');

  await cards.last().getByRole('button', { name: 'Do it again' }).click();
  await expect(ada.screen.status).toHaveText('It is being done again.');
  await expect(cards).toHaveCount(2);

  await cards.first().getByText('Discard…').click();
  await cards.first().getByRole('button', { name: 'Discard' }).click();
  await expect(ada.screen.status).toHaveText('It was given up for good.');
  await expect(cards).toHaveCount(1);

  await ada.page.getByRole('button', { name: 'Do all again' }).click();
  await expect(ada.page.getByRole('heading', { name: 'Nothing was given up' })).toBeVisible();
  await ada.page.goto('/admin/audit');
  await expect(ada.page.getByText('had failed work done again')).toHaveCount(2);
  await expect(ada.page.getByText('gave failed work up for good')).toHaveCount(1);
});

test('a long reason makes the page no wider than a phone', async ({ ada, messenger, url }) => {
  await promote(url, (await ada.account()).user);
  const [error, payload] = ['x'.repeat(900), `{"fileIds":["${'0'.repeat(900)}"]}`];
  await messenger.changeData(
    `INSERT INTO jobs (id, topic, payload, attempts, error, created_at, died_at)
     VALUES ('${ID}000001', 'files.removed', '${payload}', 12, '${error}', 1, 1)`,
  );
  await ada.saysWho();
  await ada.page.setViewportSize({ width: 320, height: 640 });
  await ada.page.goto('/admin/dead-letters');
  await expect(ada.page.getByRole('listitem')).toHaveCount(1);
  expect(await sidewaysOverflow(ada.page)).toBe(0);
});
