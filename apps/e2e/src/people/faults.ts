import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { motionToEnd } from './motion.js';

/** What axe holds against the page as it stands, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await motionToEnd(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
