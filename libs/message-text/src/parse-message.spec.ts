import { parseMessage } from './parse-message.js';
import type { TextNode } from './text-node.js';

/** A tree as short text: `p(a strong(b))`. */
const short = (nodes: TextNode[]): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value;
        case 'inlineCode':
          return `code(${node.value})`;
        case 'code':
          return `pre:${node.lang ?? ''}(${node.value})`;
        case 'mention':
          return `@(${node.name})`;
        case 'room':
          return `#(${node.name})`;
        case 'break':
          return '/';
        case 'link':
          return `a:${node.url}(${short(node.children)})`;
        case 'list':
          return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map(short).join('|')})`;
        case 'paragraph':
          return `p(${short(node.children)})`;
        default:
          return `${node.type}(${short(node.children)})`;
      }
    })
    .join('');

const cases = (rows: [body: string, tree: string][]) =>
  it.each(rows)('%j', (body, tree) => expect(short(parseMessage(body))).toBe(tree));

describe('inside a line', () => {
  cases([
    ['**a** *b* _c_ ~~d~~ `e`', 'p(strong(a) emphasis(b) emphasis(c) delete(d) code(e))'],
    ['***a** b*', 'p(emphasis(strong(a) b))'],
    ['a_b_c 2*3*4 5 * 6', 'p(a_b_c 2emphasis(3)4 5 * 6)'],
    ['~5 to ~10, ~~~', 'p(~5 to ~10, ~~~)'],
    ['\\*a\\* \\a', 'p(*a* \\a)'],
    ['¯\\_(ツ)_/¯', 'p(¯_(ツ)_/¯)'],
    ['`` a ` b `` `c', 'p(code(a ` b) `c)'],
    ['**强调**文字', 'p(strong(强调)文字)'],
    ['one\ntwo  \nthree', 'p(one/two  /three)'],
    ['  if (x)\n    y', 'p(  if (x)/    y)'],
  ]);
});

describe('links', () => {
  cases([
    ['[a *b*](https://x.y)', 'p(a:https://x.y(a emphasis(b)))'],
    ['[a](<https://x.y> "title")', 'p(a:https://x.y(a))'],
    ['[a](https://x.y/(b))', 'p(a:https://x.y/(b)(a))'],
    ['[](https://x.y)', 'p(a:https://x.y(https://x.y))'],
    ['![cat](https://x.y/c.png)', 'p(a:https://x.y/c.png(cat))'],
    ['[a](mailto:ada@x.org)', 'p(a:mailto:ada@x.org(a))'],
    ['[https://bank.example](https://x.y)', 'p(a:https://x.y(https://bank.example))'],
    ['<https://x.y>', 'p(a:https://x.y(https://x.y))'],
    ['[a](somewhere) [b] [c][d]', 'p([a](somewhere) [b] [c][d])'],
    [
      'https://x.y/a, and (https://x.y/b).',
      'p(a:https://x.y/a(https://x.y/a), and (a:https://x.y/b(https://x.y/b)).)',
    ],
    [
      'https://x.y/Ada_(name) **https://x.y/**',
      'p(a:https://x.y/Ada_(name)(https://x.y/Ada_(name)) strong(a:https://x.y/(https://x.y/)))',
    ],
    ['www.x.y/z', 'p(a:https://www.x.y/z(www.x.y/z))'],
    ['ada_l@x.org.', 'p(a:mailto:ada_l@x.org(ada_l@x.org).)'],
    ['ada@localhost https:// http://?', 'p(ada@localhost https:// http://?)'],
  ]);
});

describe('blocks', () => {
  cases([
    ['a\n\nb', 'p(a)p(b)'],
    ['# Title #\ntext', 'p(strong(Title))p(text)'],
    ['#general', 'p(#(general))'],
    ['a\n---\n***', 'p(a/---/***)'],
    ['> a\n> b\nc', 'blockquote(p(a/b))p(c)'],
    ['> > a', 'blockquote(blockquote(p(a)))'],
    ['- a\n- b\n\n- c', 'ul(p(a)|p(b)|p(c))'],
    ['- a\n  - b\n    more\n- c', 'ul(p(a)ul(p(b/more))|p(c))'],
    ['3. a\n4. b', 'ol3(p(a)|p(b))'],
    ['1. a\n   - b', 'ol1(p(a)ul(p(b)))'],
    ['- a\ntext', 'ul(p(a))p(text)'],
    ['text\n- a', 'p(text)ul(p(a))'],
    ['I was born in\n1999. It was warm', 'p(I was born in/1999. It was warm)'],
    ['-\n*\n1.', 'p(-/*/1.)'],
    ['-1 and +1', 'p(-1 and +1)'],
    ['| a | b |\n|---|---|', 'p(| a | b |/|---|---|)'],
    ['- a\n\n\ttab', 'ul(p(a)p(  tab))'],
  ]);
});

describe('code', () => {
  cases([
    ['```ts\nlet a = *b*;\n\n  c\n```\nafter', 'pre:ts(let a = *b*;\n\n  c)p(after)'],
    ['text\n~~~\n```\n~~~', 'p(text)pre:(```)'],
    ['```\nnever closed\n**a**', 'pre:(never closed\n**a**)'],
    ['```one line```', 'p(code(one line))'],
    ['````\n```\n````', 'pre:(```)'],
    ['- ```\n  a\n    b\n  ```', 'ul(pre:(a\n  b))'],
    ['```"><script>\na\n```', 'pre:(a)'],
  ]);
});

describe('names in it', () => {
  cases([
    ['@ada, @grace.', 'p(@(ada), @(grace.))'],
    ['**@ada** _@ada_ _hi @ada_ @ada_', 'p(strong(@(ada)) emphasis(@(ada)) emphasis(hi @(ada)) @(ada_))'],
    ['@田中さん @émile', 'p(@(田中さん) @(émile))'],
    ['@ @@ada a@b @. x@', 'p(@ @@ada a@b @. x@)'],
    ['`@ada` [@ada](https://x.y)', 'p(code(@ada) a:https://x.y(@ada))'],
    ['https://x.y/@ada', 'p(a:https://x.y/@ada(https://x.y/@ada))'],
    ['#general. see #1 and a#b ##c', 'p(#(general). see #1 and a#b ##c)'],
  ]);
});
