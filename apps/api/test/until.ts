import { setTimeout as delay } from 'node:timers/promises';

/** How long a wait may last before it is a failure. Generous: it says "never", not "slow". */
const LIMIT_MS = 15_000;

/** Settles with the first value of `look` that is neither undefined, null nor false; names what never came. */
export async function until<Value>(
  what: string | (() => string),
  look: () => Value | Promise<Value>,
): Promise<NonNullable<Value>> {
  const giveUpAt = Date.now() + LIMIT_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > giveUpAt)
      throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
    await delay(5);
  }
}
