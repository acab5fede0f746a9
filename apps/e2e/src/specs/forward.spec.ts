import { MessageActs } from '../people/actions.js';
import { accessibilityFaults } from '../people/faults.js';
import { expect, test } from '../people/people.js';

test('a message is passed on to a room and to a person, as a quote with the way back', async ({
  ada,
  grace,
  linus,
}) => {
  const adas = await ada.isSignedIn();
  const room = await adas.opens(await grace.account());
  const group = await adas.creates('group', `garden ${ada.username}`, await grace.account());
  const message = await (await grace.account()).posts(room, 'it rains');
  await linus.account();
  await ada.visits(room);

  await new MessageActs(ada).chooses('it rains', 'Forward…');
  const { dialog } = ada.screen;
  const find = dialog.getByRole('textbox', { name: 'Find rooms and people' });
  await expect(find).toBeFocused();
  await find.fill(group.name!);
  await dialog.getByRole('button', { name: group.name! }).click();
  await find.fill(linus.username);
  await dialog.getByRole('button', { name: linus.username }).click();
  await dialog.getByRole('textbox', { name: /Comment/ }).fill('bring a coat');
  expect(await accessibilityFaults(ada.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Forward to 2' }).click();
  await expect(dialog).toHaveCount(0);

  const direct = await adas.opens(await linus.account());
  for (const target of [group, direct]) {
    await expect.poll(() => adas.bodiesIn(target)).toHaveLength(1);
    const [body] = await adas.bodiesIn(target);
    expect(body).toContain('bring a coat');
    expect(body).toContain(`> ${grace.username}:`);
    expect(body).toContain('> it rains');
    expect(body).toContain(`/rooms/${room.id}?message=${message.id}`);
  }
});
