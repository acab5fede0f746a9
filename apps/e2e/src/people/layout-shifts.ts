import type { Page } from '@playwright/test';

type Watched = { shifts: number[] };

/** To be called before the page is opened. What comes right after a press or a key does not count. */
export const watchLayoutShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
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

/** What moved by itself since the last time that this was asked. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { shifts } = window as unknown as Watched;
    return shifts.splice(0).reduce((sum, value) => sum + value, 0);
  });
