import { layoutShift, watchLayoutShifts } from '../people/layout-shifts.js';
import { expect, test } from '../people/people.js';
import { countScriptBytes } from '../people/script-bytes.js';

const ROOM_BUDGET = 230 * 1024;

test('the JavaScript of a room stays within its budget', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const scriptBytes = await countScriptBytes(ada.page);

  await ada.visits(room);
  await ada.says('all is loaded');
  await expect(ada.screen.message('all is loaded')).toContainText('Sent');
  await ada.page.waitForLoadState('networkidle');

  test.info().annotations.push({ type: 'JavaScript, bytes', description: String(scriptBytes()) });
  expect(scriptBytes()).toBeGreaterThan(0);
  expect(scriptBytes()).toBeLessThanOrEqual(ROOM_BUDGET);
});

test('nothing moves by itself while a room is opened', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await (await grace.account()).postsNotes(room, 30);
  await watchLayoutShifts(ada.page);

  await ada.visits(room);
  await expect(ada.screen.composer).toBeFocused();
  await ada.says('settled');

  expect(await layoutShift(ada.page)).toBeLessThan(0.05);
});
