/** How long something lives: as long as the test that made it, or as the tests of its file. */
export type Life = 'test' | 'file';

type End = () => unknown;

const ends: Record<Life, End[]> = { test: [], file: [] };

/** However a test ends, nothing of it runs on or stays behind. What was made last ends first. */
export function atEndOf(life: Life, end: End): void {
  ends[life].push(end);
}

async function endAll(life: Life): Promise<void> {
  let fault: unknown;
  // One that fails keeps none of the others running.
  for (const end of ends[life].splice(0).reverse()) {
    try {
      await end();
    } catch (error) {
      fault ??= error;
    }
  }
  if (fault) throw fault as Error;
}

afterEach(() => endAll('test'));
afterAll(() => endAll('file'));
