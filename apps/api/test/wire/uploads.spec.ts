import type { Attachment } from '@parley/shared-types';
import sharp from 'sharp';
import { fieldPart, filePart, formOf, postForm } from '../forms.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { moving, picture, plainPng, repeated, tagged, tagsOf } from '../pictures.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';
import { until } from '../until.js';
import { leftOf, postFile, storedIn, uploads } from '../uploading.js';

const MB = 1024 * 1024;

/** What says how a file is made and where it is, not who made the picture of what. */
const TECHNICAL = ['SourceFile', 'ExifTool', 'System', 'File', 'JFIF', 'Composite'];

/** How programs begin. */
const PROGRAMS: [string, Buffer][] = [
  ['Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])],
  ['macOS', Buffer.concat([Buffer.from('cffaedfe0700000103000000', 'hex'), Buffer.alloc(200)])],
  ['a shell', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a shell, behind a byte order mark', Buffer.from('\ufeff#!/usr/bin/env python\n')],
];

describe('uploading', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  /** Whatever becomes of an upload, nothing of its way in stays. */
  afterEach(() => until('the uploads to be tidied up', async () => (await leftOf(server)).length === 0));
  afterAll(() => server.stop());

  const read = async ({ url }: Pick<Attachment, 'url'>, person = ada): Promise<Buffer> => {
    const answer = await fetch(server.url + url, { headers: { authorization: `Bearer ${person.token}` } });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  /** What the store has, without the thumbnails that are made beside. */
  const stored = async () =>
    (await storedIn(server)).filter((name) => !name.includes('.') && !name.includes('-'));
  const refused = async (body: Buffer, headers = {}) => {
    const before = await stored();
    const { status, body: problem } = await postForm(ada, body, headers);
    expect(await stored()).toEqual(before);
    return { status, code: problem['code'] };
  };

  it('takes a file as it is, and says what it took', async () => {
    const file = await uploads(ada, { name: 'notes.txt', content: 'some notes', type: 'text/html' });

    expect(file).toEqual({
      id: file.id,
      name: 'notes.txt',
      mimeType: 'text/plain',
      size: 10,
      width: null,
      height: null,
      url: `/api/v1/files/${file.id}/notes.txt`,
      thumbnailUrl: null,
      placeholder: null,
      alt: null,
    });
    expect(String(await read(file))).toBe('some notes');
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('knows a %s by its content', async (kind) => {
    const file = await uploads(ada, { name: 'sunset', content: await picture(kind), alt: 'The sea at dusk' });

    expect(file).toMatchObject({ mimeType: `image/${kind}`, width: 60, height: 40, alt: 'The sea at dusk' });
    expect(file.name).toBe(`sunset.${kind === 'jpeg' ? 'jpg' : kind}`);
    expect(file.thumbnailUrl).toBe(`/api/v1/files/${file.id}/thumbnail`);
    const bytes = await read(file);
    expect(bytes.length).toBe(file.size);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  it('a picture has a tiny one of itself that travels with messages', async () => {
    const { placeholder } = await uploads(ada, { name: 'x.png', content: await picture('png', 1_200, 800) });

    expect(placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(placeholder!.length).toBeLessThanOrEqual(300);
    const tiny = sharp(Buffer.from(placeholder!.split(',')[1]!, 'base64'));
    const { data, info } = await tiny.raw().toBuffer({ resolveWithObject: true });
    expect(info.width).toBeGreaterThan(info.height);
    expect(data[0]!).toBeGreaterThan(data[2]!);
  });

  it('takes the place, the device and the author out of a photo, and turns it as it was held', async () => {
    const photo = await tagged(await picture('jpeg'), {
      GPSLatitude: '48.8584',
      GPSLatitudeRef: 'N',
      GPSLongitude: '2.2945',
      GPSLongitudeRef: 'E',
      'EXIF:Make': 'Camera & Co',
      'EXIF:Artist': 'Ada',
      'EXIF:Orientation#': '6',
      'XMP:City': 'Paris',
      'IPTC:City': 'Paris',
      Comment: 'From the tower',
    });
    expect(Object.keys(await tagsOf(photo))).toEqual(
      expect.arrayContaining(['GPS:GPSLatitude', 'XMP-photoshop:City']),
    );

    const file = await uploads(ada, { name: 'tower.jpg', content: photo });
    const tags = await tagsOf(await read(file));

    const groups = new Set(Object.keys(tags).map((tag) => tag.split(':')[0]!));
    expect([...groups].filter((group) => !TECHNICAL.includes(group))).toEqual([]);
    expect(JSON.stringify(tags)).not.toMatch(/Paris|Ada|Camera|tower|GPS/);
    expect(file).toMatchObject({ width: 40, height: 60 });
    const { data } = await sharp(await read(file))
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Red was left; turned by a quarter it is on top.
    expect(data[0]!).toBeGreaterThan(200);
    expect(data.at(-1)!).toBeGreaterThan(200);
  });

  it.each(['png', 'webp', 'avif'] as const)('takes the place out of a %s', async (kind) => {
    const photo = await tagged(await picture(kind), { 'EXIF:GPSLatitude': '48.8584', 'XMP:City': 'Paris' });
    expect(JSON.stringify(await tagsOf(photo))).toMatch(/48\.8584/);

    const file = await uploads(ada, { name: `tower.${kind}`, content: photo });

    expect(JSON.stringify(await tagsOf(await read(file)))).not.toMatch(/Paris|48\.8584|GPS/);
  });

  it.each(['gif', 'webp'] as const)('a %s that moves goes on moving', async (kind) => {
    const file = await uploads(ada, { name: `waves.${kind}`, content: await moving(kind, 4) });

    expect(file).toMatchObject({ width: 40, height: 30 });
    const { pages, delay } = await sharp(await read(file)).metadata();
    expect({ pages, delay }).toEqual({ pages: 4, delay: [1_000, 1_000, 1_000, 1_000] });
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'text/plain'],
    ['an SVG with a head', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'text/plain'],
    ['bytes', Buffer.from([0, 1, 2, 3, 200, 201]), 'application/octet-stream'],
    ['a PDF that is a page too', '%PDF-1.7\n<script>alert(1)</script>', 'application/pdf'],
  ])('%s named .png is no picture', async (_, content, mimeType) => {
    const file = await uploads(ada, { name: 'innocent.png', content, type: 'image/png' });

    expect(file).toMatchObject({ mimeType, name: 'innocent.png', width: null, thumbnailUrl: null });
    expect(await read(file)).toEqual(Buffer.from(content));
  });

  it('a picture that is something else too is a picture only', async () => {
    const hidden = '<script>alert(1)</script>';
    const polyglot = Buffer.concat([await picture('png'), Buffer.from(hidden), Buffer.from('PK\x03\x04')]);
    const gif = await picture('gif');
    const commented = Buffer.concat([gif.subarray(0, -1), Buffer.from(`!\xfe\x19${hidden}\0;`, 'latin1')]);

    for (const [name, content] of [
      ['x.html', polyglot],
      ['x.js', commented],
    ] as const) {
      const file = await uploads(ada, { name, content, type: 'text/html' });
      expect(file.name).toMatch(/^x\.(html\.png|js\.gif)$/);
      expect((await read(file)).includes('script')).toBe(false);
    }
  });

  it.each([
    ['cut off', (png: Buffer) => png.subarray(0, png.length - 40)],
    ['with a head and nothing else', (png: Buffer) => png.subarray(0, 40)],
    ['a page behind a head', (png: Buffer) => Buffer.concat([png.subarray(0, 60), Buffer.from('<html>')])],
  ])('a picture that is damaged is refused: %s', async (_, damage) => {
    const content = damage(await picture('png', 300, 200));

    expect(await refused(formOf([filePart('x.png', content)]))).toEqual({
      status: 400,
      code: 'validation_failed',
    });
  });

  it.each(PROGRAMS)('a program for %s is refused, whatever it is called', async (_, content) => {
    expect(await refused(formOf([filePart('holiday.jpg', content)]))).toEqual({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  it.each([
    'setup.exe',
    'RUN.BAT',
    'x.cmd',
    'x.com',
    'x.msi',
    'x.scr',
    'x.exe.',
    'x.exe ',
    'photo\u202egnp.exe',
  ])('a file called %j is refused, whatever is in it', async (name) => {
    expect((await refused(formOf([filePart(name, 'harmless')]))).code).toBe('unsupported_media_type');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['a%0D%0ASet-Cookie: x=1', 'aSet-Cookie: x=1'],
    ['a %22b%22 100%41.txt', 'a "b" 100%41.txt'],
    ['a\u202etxt.b', 'atxt.b'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(196)}.txt`],
    ['..', 'file'],
    ['تقرير 🙂.txt', 'تقرير 🙂.txt'],
  ])('the name %j is kept as %j', async (given, name) => {
    const { status, body } = await postForm(ada, formOf([filePart(given, 'x')]));

    expect({ status, name: body['name'] }).toEqual({ status: 201, name });
    expect(String(await read(body as Attachment))).toBe('x');
  });

  it('a name with line breaks puts nothing into a header', async () => {
    const headers = `Content-Disposition: form-data; name="file"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1%2F..%2Fb%0D%0A.txt`;
    const { body } = await postForm(ada, formOf([{ headers, content: 'x' }]));

    expect(body['name']).toBe('b.txt');
    expect(String(await read(body as Attachment))).toBe('x');
  });

  it('a picture and a file that are too large are refused, with the limit in the text', async () => {
    const noise = await sharp(Buffer.alloc(6 * MB, 'noise'), {
      raw: { width: 2_048, height: 1_024, channels: 3 },
    })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(noise.length).toBeGreaterThan(5 * MB);

    for (const [content, limit] of [
      [noise, '5 MB'],
      [Buffer.alloc(26 * MB, 1), '25 MB'],
    ] as const) {
      const { status, body } = await postFile(server.url, ada.token, { name: 'x', content });
      expect(status).toBe(413);
      expect(body).toMatchObject({ code: 'payload_too_large', detail: expect.stringContaining(limit) });
    }
    expect((await uploads(ada, { name: 'x', content: Buffer.alloc(25 * MB, 1) })).size).toBe(25 * MB);
  });

  it('a picture with too many pixels is refused before they are read, also one whose frames sum up', async () => {
    for (const content of [plainPng(6_500, 6_500), repeated(await picture('gif', 2_000, 2_000), 11)]) {
      const { status, body } = await postFile(server.url, ada.token, { name: 'x', content });
      expect({ status, body }).toMatchObject({
        status: 413,
        body: { detail: expect.stringContaining('40 megapixels') },
      });
    }
  });

  it.each([
    ['broken off in the file', () => formOf([filePart('a.txt', 'abc')], '')],
    ['broken off in its end', () => formOf([filePart('a.txt', 'abc')], '\r\n--parley-test-bou')],
    ['without its last two signs', () => formOf([filePart('a.txt', 'abc')], '\r\n--parley-test-boundary')],
    [
      'broken off in the next part',
      () => formOf([filePart('a.txt', 'abc'), { headers: 'Content-Disp', content: '' }], ''),
    ],
    ['without a file', () => formOf([fieldPart('alt', 'nothing')])],
    ['with a file that has no name, as of an empty input', () => formOf([filePart('', 'abc')])],
    ['with an empty file', () => formOf([filePart('a.txt', '')])],
    ['empty', () => formOf([])],
    ['no form at all', () => Buffer.from('hello')],
    ['with the file under another name', () => formOf([filePart('a.txt', 'abc', 'upload')])],
    ['with a text in the place of the file', () => formOf([fieldPart('file', 'abc')])],
    ['with two files', () => formOf([filePart('a.txt', 'abc'), filePart('b.txt', 'abc')])],
    ['with a field that nobody knows', () => formOf([fieldPart('roomId', '1'), filePart('a.txt', 'abc')])],
    [
      'with a field after the file that nobody knows',
      () => formOf([filePart('a.txt', 'abc'), fieldPart('x', '1')]),
    ],
    [
      'with a description that is too long',
      () => formOf([fieldPart('alt', 'x'.repeat(501)), filePart('a.txt', 'abc')]),
    ],
    [
      'with a description that is far too long',
      () => formOf([fieldPart('alt', 'x'.repeat(9_000)), filePart('a', 'b')]),
    ],
  ])('a form %s is refused', async (_, form) => {
    expect(await refused(form())).toEqual({ status: 400, code: 'validation_failed' });
  });

  it.each([
    ['JSON', 'application/json'],
    ['no boundary', 'multipart/form-data'],
    ['another kind of multipart', 'multipart/mixed; boundary=parley-test-boundary'],
    ['a plain form', 'application/x-www-form-urlencoded'],
  ])('what says that it is %s is refused as a type', async (_, type) => {
    const { status } = await refused(formOf([filePart('a.txt', 'abc')]), { 'content-type': type });

    expect(status).toBe(415);
  });

  it('no other address takes forms', async () => {
    for (const path of ['/api/v1/uploads/', '/api/v1/rooms', '/api/v1/auth/login', '/api/v1/UPLOADS']) {
      const form = new FormData();
      form.append('file', new File(['x'], 'x'));
      const headers = { authorization: `Bearer ${ada.token}` };
      expect((await fetch(server.url + path, { method: 'POST', headers, body: form })).status).toBe(415);
    }
  });

  it('needs a session, and a page of its own', async () => {
    const form = formOf([filePart('a.txt', 'abc')]);

    expect(await refused(form, { authorization: '' })).toMatchObject({ status: 401 });
    const cookie = { authorization: '', cookie: `session=${ada.token}` };
    expect(await refused(form, { ...cookie, origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await refused(form, { ...cookie, origin: 'null' })).toMatchObject({ status: 403 });
    expect((await postForm(ada, form, { ...cookie, origin: server.url })).status).toBe(201);
  });

  it('a picture may be described after the file too', async () => {
    const form = formOf([filePart('a.txt', 'abc'), fieldPart('alt', '  What it says ')]);

    expect((await postForm(ada, form)).body['alt']).toBe('What it says');
  });

  it('people upload side by side', async () => {
    const content = await picture('png');
    const files = await Promise.all(
      [ada, grace, ada, grace, ada].map((person, i) => uploads(person, { name: `${i}.png`, content })),
    );

    expect(new Set(files.map(({ id }) => id)).size).toBe(5);
    expect(await refusalOf(uploads(ada, { name: 'x.exe', content }))).toBe('unsupported_media_type');
  });
});
