import { randomUUID } from 'node:crypto';

/** Addresses that no page links to, and the status that each is answered with. */
export const PATHS: [string, number][] = [
  ['//', 404],
  ['///', 404],
  ['/%', 404],
  ['/%ff', 404],
  ['/api/v1/rooms/%ff', 400],
  ['/api/v1/rooms/%', 400],
  ['/api/v1/users?query=%', 401],
  ['/api/v1/../../etc/passwd', 404],
  ['/api/v1/%2e%2e/%2e%2e/etc/passwd', 404],
  [`/${'x'.repeat(60)}`, 404],
  ['/socket.io/', 400],
  ['/socket.io/?EIO=4&transport=x', 400],
  ['/socket.io/?EIO=99&transport=polling', 400],
  ['/socket.io/?EIO=4&transport=polling&sid=nobody', 400],
  ['/socket.io/?EIO=4&transport=polling&sid=__proto__', 400],
  ['/socket.io/?EIO=4&transport=constructor', 400],
];

/** Bytes that no HTTP library would send, and how the status that comes back begins. */
export const BYTES: [string, string, string][] = [
  ['headers of 16 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(17_000)}\r\n\r\n`, '431'],
  ['no HTTP at all', 'hello\r\n\r\n', '400'],
  ['a request without a host', 'GET / HTTP/1.1\r\n\r\n', '400'],
  ['an address that is a whole URL', 'GET http://[::1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '4'],
  ['a whole URL', 'GET http://x/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '200'],
  ['a star', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '204'],
  ['a bare double slash', 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
  ['a bare percent sign', 'GET % HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '40'],
  [
    'two lengths of one body',
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    '400',
  ],
  [
    'a length and pieces',
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    '400',
  ],
  [
    'a piece of no length',
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}',
    '4',
  ],
];

/** Bodies of a sign-in that signs nobody in, and the status that each is answered with. */
export const LOGINS: [string, string, number][] = [
  ['broken JSON', '{"username": ', 400],
  ['no object', '"ada"', 400],
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['a number out of bounds', '{"username": 1e999}', 400],
  ['a thousand levels', '['.repeat(1_000) + ']'.repeat(1_000), 400],
  ['a hundred thousand levels', '['.repeat(100_000) + ']'.repeat(100_000), 400],
  ['a thousand levels in a field', `{"username": ${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}`, 400],
  ['__proto__', '{"username": "ada", "__proto__": {"role": "admin"}}', 400],
  ['constructor', '{"username": "ada", "constructor": {"prototype": {"role": "admin"}}}', 400],
  ['ten megabytes', `{"username": "${'x'.repeat(10_000_000)}"}`, 413],
  ['a name of another kind', '{"username": ["ada"]}', 400],
  ['a name with a NUL', '{"username": "ada\\u0000"}', 400],
  ['a name of half a character', '{"username": "ada\\ud800"}', 400],
  ['a name that turns the writing around', '{"username": "ada\\u202e"}', 400],
  ['a name of nothing to see', '{"username": "\\u200b\\u200b"}', 400],
  ['a name with one sign too many', `{"username": "${'a'.repeat(33)}"}`, 400],
  ['a name with one sign too few', '{"username": "a"}', 400],
];

/** Types that are no JSON in UTF-8. */
export const TYPES: [string, string][] = [
  ['plain text', 'text/plain'],
  ['a form', 'application/x-www-form-urlencoded'],
  ['a form in parts', 'multipart/form-data; boundary=x'],
  ['XML', 'application/xml'],
  ['JSON in another encoding', 'application/json; charset=latin1'],
];

/** What people may write, however odd. */
export const TEXTS: [string, string][] = [
  ['signs of markup', '*[>'.repeat(2_666)],
  ['four thousand stars', '*'.repeat(4_000)],
  ['four thousand brackets', '['.repeat(4_000)],
  ['four thousand quotes', '>'.repeat(4_000)],
  ['another direction', 'مرحبا \u202e abc \u202c'],
  ['joined signs', '👩‍👩‍👧‍👧 e\u0301 \u200b|\u200b'],
  ['what looks like markup', '<script>alert(1)</script> ${7*7} {{7*7}}'],
  ['what looks like SQL', "'; DROP TABLE messages; --"],
  ['control characters', 'a\u0001b\u001b[31m\r\n'],
];

/** What no store keeps. */
export const NO_TEXTS = ['a\0b', 'a\ud800b', '\udc00'];

/** What nobody is looking for. */
export const QUERIES = [
  '"',
  '*',
  'NEAR(',
  'a:b',
  '-',
  '%_',
  '^a',
  "'; DROP TABLE documents; --",
  'a\0b',
  '\ud800',
];

/** Ids and positions that are none, as they stand in an address. */
export const NO_IDS = [
  'x',
  '-1',
  'NaN',
  '9007199254740993',
  '%27%20OR%201=1%20--',
  '%00',
  '%E2%80%AE',
  randomUUID(),
];
