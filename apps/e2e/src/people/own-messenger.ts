import { own } from '../servers/addresses.js';
import { Messenger, type Settings } from '../servers/messenger.js';
import { NETWORK_TROUBLE } from './person.js';
import { test as base } from './people.js';

/**
 * As `test`, with a messenger that this test may take down, set up as its `settings` say. Its people expect trouble
 * with the network.
 */
export const test = base.extend<{ messenger: Messenger; settings: Settings }>({
  url: own.url,
  settings: [{}, { option: true }],
  messenger: [
    async ({ url, settings }, use) => {
      const messenger = await Messenger.start(own, settings);
      if (url !== own.url) throw new Error(`These people use ${url}, not ${own.url}.`);
      await use(messenger);
      await messenger.stop();
    },
    { auto: true },
  ],
  ada: async ({ ada, messenger }, use) => {
    if (messenger) ada.complaints.expect(NETWORK_TROUBLE);
    await use(ada);
  },
  grace: async ({ grace, messenger }, use) => {
    if (messenger) grace.complaints.expect(NETWORK_TROUBLE);
    await use(grace);
  },
});

export { expect } from './people.js';
