import { parseMessage } from './parse-message.js';
import { safeUrl } from './safe-url.js';
import type { TextNode } from './text-node.js';
import { walk } from './walk.js';

const urlsIn = (body: string): string[] => {
  const urls: string[] = [];
  walk(parseMessage(body), (node) => node.type === 'link' && urls.push(node.url));
  return urls;
};

const typesIn = (body: string): Set<string> => {
  const types = new Set<string>();
  walk(parseMessage(body), ({ type }) => types.add(type));
  return types;
};

const ALLOWED: TextNode['type'][] = [
  'paragraph',
  'blockquote',
  'list',
  'code',
  'text',
  'strong',
  'emphasis',
  'delete',
  'link',
  'inlineCode',
  'mention',
  'room',
  'break',
];

const HARMFUL = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '**<b onmouseover=alert(1)>x</b>**',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](java\tscript:alert(1))',
  '[x](<java\nscript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](&#x6a;avascript:alert(1))',
  '[x](java\\script:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/rooms)',
  '[x](https:evil.example)',
  '[x](https:\\\\evil.example)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '<javascript:alert(1)>',
  'javascript:alert(1)',
  '[x]: javascript:alert(1)\n\n[x]',
  '[a [x](javascript:alert(1)) b](javascript:alert(2))',
  '> - [x](javascript:alert(1))',
  '__proto__ constructor {{7*7}} ${7*7}',
];

describe('what could do harm', () => {
  it.each(HARMFUL)('is text: %j', (body) => {
    expect(urlsIn(body)).toEqual([]);
    for (const type of typesIn(body)) expect(ALLOWED).toContain(type);
  });

  it('stays readable, as it was written', () => {
    expect(parseMessage('<script>alert(1)</script>')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: '<script>alert(1)</script>' }] },
    ]);
    expect(parseMessage('&lt;b&gt; &#58;')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: '&lt;b&gt; &#58;' }] },
    ]);
  });

  it('cannot hide in a link to somewhere else', () => {
    expect(urlsIn('[a](https://ok.example "onmouseover=alert(1)")')).toEqual(['https://ok.example']);
    expect(urlsIn('[[x](javascript:alert(1))](https://ok.example)')).toEqual(['https://ok.example']);
  });

  it.each([
    'https://a.b/\u0001c',
    'https://a.b/\nc',
    'https://a.b /c',
    'mailto:a\u0000@b',
    'java\nscript:alert(1)',
  ])('is no address with a space or a control character in it: %j', (address) => {
    expect(safeUrl(address)).toBeNull();
  });
});
