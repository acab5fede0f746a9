import { pageTitle } from './page-title';

describe('the title of the tab', () => {
  it('begins with what is unread', () => {
    expect(pageTitle('general', 3)).toBe('(3) general – Parley');
  });

  it('shows no number when all is read, and no dash without a room', () => {
    expect(pageTitle('general')).toBe('general – Parley');
    expect(pageTitle(null, 2)).toBe('(2) Parley');
  });
});
