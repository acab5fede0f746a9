import { expect, type Locator, type Page } from '@playwright/test';

/** Turns the wheel over the log until its top is reached, as far as it is loaded. */
export async function scrollToTop(page: Page, log: Locator): Promise<void> {
  await log.hover();
  await page.mouse.wheel(0, -100_000);
}

/** Goes on to what is the top by then, again and again, until an element is there. */
export async function scrollToBeginning(page: Page, log: Locator, target: Locator): Promise<void> {
  await expect(async () => {
    await scrollToTop(page, log);
    await expect(target).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50], timeout: 45_000 });
}

/** Turns the wheel back, a little at a time, until an element is in the log's view. */
export async function scrollBackTo(page: Page, log: Locator, target: Locator): Promise<void> {
  await log.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -300);
    await expect(target).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50], timeout: 30_000 });
}

/**
 * Watches an element on every frame from now on; `largestShift` answers how far it strayed from where it was,
 * in CSS pixels, and Infinity when it was gone.
 */
export async function watchPosition(element: Locator): Promise<{ largestShift: () => Promise<number> }> {
  const watch = await element.evaluateHandle((node) => {
    const start = node.getBoundingClientRect().top;
    const seen = { shift: 0 };
    const look = () => {
      const now = node.isConnected ? node.getBoundingClientRect().top : Infinity;
      seen.shift = Math.max(seen.shift, Math.abs(now - start));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  });
  return { largestShift: () => watch.evaluate(({ shift }) => shift) };
}

/** Settles when an element has stood still for ten frames. */
export const stillness = (element: Locator): Promise<void> =>
  element.evaluate(async (node) => {
    let last = NaN;
    for (let frames = 0; frames < 10; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { top } = node.getBoundingClientRect();
      if (top !== last) frames = 0;
      last = top;
    }
  });
