import 'server-only';
import { pageAnswer } from './page-answer';

/**
 * Answers this page with another status than 200. Next's own way, `notFound()`, sends an empty page that only a
 * script fills, and it has none for a service that is down.
 */
export const setPageStatus = (status: 404 | 503) => {
  const answer = pageAnswer();
  if (answer) answer.statusCode = status;
};
