/** `(3) general – Parley`, the number being all that is unread. */
export const pageTitle = (name: string | null, unread = 0) =>
  [unread > 0 ? `(${unread})` : '', name, name ? '–' : '', 'Parley'].filter(Boolean).join(' ');
