/** What the messengers of the tests sign with, so that tests can sign, too: as the operator, and what is forged. */
export const SESSION_SECRET = 'everybody knows this one, it is for tests only';
