import { AsyncLocalStorage } from 'node:async_hooks';

const answers = new AsyncLocalStorage();

// The pages are bundled apart from this server; a registered symbol is what both can name.
globalThis[Symbol.for('parley.answer')] = answers;

/** Lets a page that `render` renders say with which status it is answered; see src/lib/server/page-status.ts. */
export const withPageStatus = (response, render) => answers.run(response, render);
