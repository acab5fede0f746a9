import type { Page } from '@playwright/test';

/** A size or a colour in the middle of a transition is nobody's. What moves for ever is left alone. */
export const motionToEnd = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished),
    ),
  );
