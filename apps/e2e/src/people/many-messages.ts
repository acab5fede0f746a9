import type { Page } from '@playwright/test';

export type Scrolled = {
  frames: number;
  /** Frames a second over the whole way. */
  rate: number;
  /** The longest frame, in milliseconds. */
  longestFrameMs: number;
  /** How many articles were in the page at most. */
  mostArticles: number;
};

/** Goes to the top of what is loaded, frame by frame, until nothing older is left. */
export const loadWhole = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const log = document.querySelector<HTMLElement>('[role="log"]')!;
    while (!log.querySelector('[data-row="beginning"]')) {
      log.scrollTop = 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

/** Scrolls a log from its end to its beginning at an even pace, and counts what the browser painted. */
export const scrollThrough = (page: Page, stepPx: number): Promise<Scrolled> =>
  page.evaluate(async (step) => {
    const log = document.querySelector<HTMLElement>('[role="log"]')!;
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const began = await frame();
    let [frames, last, longestFrameMs, mostArticles] = [0, began, 0, 0];
    while (log.scrollTop > 0) {
      log.scrollTop -= step;
      const now = await frame();
      longestFrameMs = Math.max(longestFrameMs, now - last);
      mostArticles = Math.max(mostArticles, log.getElementsByTagName('article').length);
      last = now;
      frames += 1;
    }
    return { frames, rate: (frames * 1000) / (last - began), longestFrameMs, mostArticles };
  }, stepPx);
