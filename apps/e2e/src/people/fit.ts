import type { Page } from '@playwright/test';
import { motionToEnd } from './motion.js';

/** By how many CSS pixels the page is wider than its window. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/** Where a finger may not hit: visible controls less than 44 CSS pixels high or wide. Links in running text are exempt. */
export async function tooSmallTargets(page: Page): Promise<string[]> {
  await motionToEnd(page);
  return page.evaluate(() => {
    const MIN = 44;
    const modal = document.querySelector('[role="dialog"]');
    const controls = (modal ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"]), textarea, select, [role="menuitem"], [role="tab"], [role="option"]',
    );
    return [...controls]
      .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((each) => !each.closest('p, .sr-only') && !(each as HTMLButtonElement).disabled)
      .map((each) => {
        const label = each.closest('label') ?? each;
        return {
          name: each.getAttribute('aria-label') ?? each.innerText ?? each.tagName,
          box: label.getBoundingClientRect(),
        };
      })
      .filter(({ box }) => box.top < innerHeight && box.bottom > 0)
      .filter(({ box }) => Math.round(box.height) < MIN || Math.round(box.width) < MIN)
      .map(({ name, box }) => `${name.trim()} (${Math.round(box.width)}×${Math.round(box.height)})`);
  });
}
