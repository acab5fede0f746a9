import { linkify } from './linkify';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

describe('links in plain text', () => {
  it('leaves the punctuation of the sentence outside', () => {
    expect(links('See https://example.org/a, then https://example.org/b.')).toEqual([
      'https://example.org/a',
      'https://example.org/b',
    ]);
  });

  it('keeps brackets that the address opened and drops those it did not', () => {
    expect(links('(https://example.org/wiki/Ada_(name))')).toEqual(['https://example.org/wiki/Ada_(name)']);
    expect(links('(see https://example.org)')).toEqual(['https://example.org']);
  });

  it('links nothing but http and https', () => {
    expect(links('javascript:alert(1) data:text/html,x ftp://example.org file:///etc/passwd')).toEqual([]);
  });

  it.each([
    '',
    'no link',
    'https://',
    'a https://example.org/?q=1&r=2 b\nc https://x.y z',
    '<b>https://x.y</b>',
  ])('loses no character of %j', (text) => {
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
