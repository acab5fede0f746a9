import type { Locator } from '@playwright/test';
import type { Person } from './person.js';

/** What a log tells, message by message, as far as it is the same for everyone who reads it. */
const told = (log: Locator) =>
  log.getByRole('article').evaluateAll((articles) =>
    articles.map((article) => ({
      name: article.getAttribute('aria-label'),
      id: article.getAttribute('data-message'),
      text: [...article.querySelectorAll('p, a, time[title]')]
        .filter((each) => !each.matches('[role=toolbar] *'))
        .map((each) => (each as HTMLElement).innerText.replace(/\s+/g, ' ').trim())
        .filter((text) => !['Sent', 'Delivered', 'Read'].includes(text)),
      reactions: [...article.querySelectorAll('button[aria-pressed]')].map((each) =>
        (each as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
      ),
    })),
  );

/** The room as it stands on somebody's screen. */
export const pictureOf = ({ screen }: Person) => told(screen.log);

/** The thread that is open on somebody's screen. */
export const pictureOfThread = ({ page }: Person) =>
  told(page.getByRole('log', { name: 'Thread', exact: true }));
