import jsdomEnvironment from 'jest-environment-jsdom';

const OF_EVERY_BROWSER = ['AbortController', 'AbortSignal', 'Headers', 'Response', 'TextEncoder'];

/** A page as jsdom has it, with what every browser has and jsdom lacks. */
export default class PageEnvironment extends jsdomEnvironment {
  async setup() {
    await super.setup();
    for (const name of OF_EVERY_BROWSER) this.global[name] = globalThis[name];
  }
}
