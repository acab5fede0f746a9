import { safeNext } from './safe-next';

describe('where signing in leads', () => {
  it('keeps an address of this site', () => {
    expect(safeNext('/rooms/1?message=2')).toBe('/rooms/1?message=2');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\nb',
    '',
    undefined,
    ['/rooms'],
  ])('does not follow %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it('does not lead back to signing in or out', () => {
    expect(safeNext('/login?next=/login')).toBe('/');
    expect(safeNext('/sign-out')).toBe('/');
    expect(safeNext('/loginland')).toBe('/loginland');
  });
});
