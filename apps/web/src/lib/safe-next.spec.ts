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
    '/\r\nSet-Cookie: session=x',
    ' //evil.example',
    '\t//evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/rooms\\..\\//evil.example',
    '///evil.example',
    'evil.example',
    '@evil.example',
    '?next=//evil.example',
    '#//evil.example',
    'data:text/html,x',
    '',
    undefined,
    ['/rooms'],
  ])('does not follow %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it.each([
    '/%5cevil.example',
    '/%2f/evil.example',
    '/%2F%2Fevil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/@evil.example',
    '/%09/evil.example',
    '/a?b=//evil.example#//evil.example',
  ])('stays on this site with %j, whatever a browser makes of it', (next) => {
    expect(new URL(safeNext(next), 'https://parley.example').origin).toBe('https://parley.example');
  });

  it('does not lead back to signing in or out', () => {
    expect(safeNext('/login?next=/login')).toBe('/');
    expect(safeNext('/sign-out')).toBe('/');
    expect(safeNext('/loginland')).toBe('/loginland');
  });
});
