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
  await ada.page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

  await ada.visits(room);
  await expect(ada.screen.composer).toBeFocused();
  await ada.says('settled');

  const shifts = await ada.page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.05);
});
