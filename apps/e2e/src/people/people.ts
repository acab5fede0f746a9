import { test as base } from '@playwright/test';
import { shared } from '../servers/addresses.js';
import { uniqueName } from './names.js';
import { Person } from './person.js';

type People = {
  /** Where the messenger is that these people use. */
  url: string;
  ada: Person;
  grace: Person;
  linus: Person;
};

/** Each person is a new account with a browser of their own, there as soon as a test names them. */
export const test = base.extend<People>({
  url: [shared.url, { option: true }],
  ada: ({ browser, url }, use) => atBrowser('ada', { browser, url }, use),
  grace: ({ browser, url }, use) => atBrowser('grace', { browser, url }, use),
  linus: ({ browser, url }, use) => atBrowser('linus', { browser, url }, use),
});

export { expect } from '@playwright/test';

async function atBrowser(
  name: string,
  { browser, url }: { browser: Parameters<typeof Person.arrives>[0]; url: string },
  use: (person: Person) => Promise<void>,
): Promise<void> {
  const person = await Person.arrives(browser, uniqueName(name), url);
  await use(person);
  await person.leaves();
}
