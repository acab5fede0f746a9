const TOLERANCE_PX = 6;

/** The newest message whose end is on screen, with what is folded behind it; 0 when there is none. */
export const lastSeenSeq = (log: HTMLElement) => {
  const bottom = log.getBoundingClientRect().bottom + TOLERANCE_PX;
  let seen = 0;
  for (const article of log.querySelectorAll<HTMLElement>('article[data-seq]')) {
    if (article.getBoundingClientRect().bottom <= bottom) seen = Math.max(seen, Number(article.dataset.seq));
  }
  return seen;
};
