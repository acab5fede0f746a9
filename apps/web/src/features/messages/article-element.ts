/** The article of a message, while it is on the page: in the thread when one is open, else in the room. */
export const articleOf = (messageId: string) =>
  [...document.querySelectorAll<HTMLElement>(`article[data-message="${CSS.escape(messageId)}"]`)].at(-1);

/** Gives the focus to a message without moving the log. */
export const focusMessage = (messageId: string) => articleOf(messageId)?.focus({ preventScroll: true });
