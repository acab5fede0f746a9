import { expect, test } from '../people/people.js';
import { Wire } from '../people/wire.js';

test('a refused message says so, and Retry sends it', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  const wire = await Wire.into(ada.page);
  wire.refuses('message:send');
  await ada.visits(room);
  await grace.visits(room);

  await ada.says('try me twice');
  const message = ada.screen.message('try me twice');
  await expect(message).toContainText('Not sent');
  await expect(grace.screen.articles).toHaveCount(0);

  wire.letsAllPass();
  await message.getByRole('button', { name: 'Retry' }).click();
  await grace.hears('try me twice');
  await expect(message).toContainText(/Sent|Delivered|Read/);
  await expect(message).not.toContainText('Not sent');
});

test('a refused message stays after a reload until it is deleted', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  (await Wire.into(ada.page)).refuses('message:send');
  await ada.visits(room);
  await ada.says('never mind');
  const message = ada.screen.message('never mind');
  await expect(message).toContainText('Not sent');

  await ada.reloads();
  await expect(message).toContainText('Not sent');
  await message.getByRole('button', { name: 'Delete' }).click();
  await expect(message).toHaveCount(0);

  await ada.reloads();
  await expect(ada.screen.log).toBeVisible();
  await expect(message).toHaveCount(0);
  expect(await (await ada.account()).bodiesIn(room)).toEqual([]);
});
