import { expect, test } from '../people/people.js';

const HOSTILE = [
  '<script>window.ran = true</script>',
  '<img src=x onerror="window.ran = true">',
  '"><svg onload="window.ran=true">',
  '</textarea><script>window.ran=true</script>',
  '{{constructor.constructor("window.ran=true")()}}',
  '&lt;b&gt;not bold&lt;/b&gt;',
];

const LINKS = [
  'javascript:window.ran=true',
  'JaVaScRiPt:window.ran=true',
  'data:text/html,<script>window.ran=true</script>',
  'vbscript:msgbox(1)',
  'https://example.com/"onmouseover="window.ran=true',
];

test('hostile text is shown as it was typed and runs nothing', async ({ ada, grace }) => {
  const adasAccount = await ada.account();
  const room = await adasAccount.opens(await grace.isSignedIn());
  for (const body of [...HOSTILE, ...LINKS]) await adasAccount.posts(room, body);
  grace.page.on(
    'dialog',
    (dialog) => void dialog.dismiss().then(() => grace.complaints.note('a dialog opened')),
  );

  await grace.visits(room);
  for (const body of HOSTILE) await expect(grace.screen.message(body)).toHaveCount(1);
  await adasAccount.posts(room, HOSTILE[0]!);
  await expect(grace.screen.message(HOSTILE[0]!)).toHaveCount(2);

  const hrefs = await grace.screen.log
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect(hrefs.every((protocol) => protocol === 'https:' || protocol === 'http:')).toBe(true);
  expect(
    await grace.screen.log.locator('[onmouseover],[onerror],[onload],script,img,svg[onload]').count(),
  ).toBe(0);
  expect(await grace.page.evaluate(() => 'ran' in window)).toBe(false);
});

const MARKDOWN = [
  '[press](javascript:window.ran=true)',
  '[press](JaVaScRiPt:window.ran=true)',
  '[press](<java\nscript:window.ran=true>)',
  '[press](javascript&colon;window.ran=true)',
  '[press](data:text/html,<script>window.ran=true</script>)',
  '![press](x" onerror="window.ran=true)',
  '![press](javascript:window.ran=true)',
  '<javascript:window.ran=true>',
  '[press](https://example.com \'x" onmouseover="window.ran=true\')',
  '[![press](javascript:window.ran=true)](javascript:window.ran=true)',
  '> **<img src=x onerror=window.ran=true>**\n- <svg onload=window.ran=true>',
  '```"><img src=x onerror=window.ran=true>\n</code></pre><script>window.ran=true</script>\n```',
  '`<script>window.ran=true</script>`',
];

test('markdown leads nowhere that it should not, in messages, names and topics', async ({ ada, grace }) => {
  const account = await ada.account();
  const room = await account.creates('group', MARKDOWN[0]!, await grace.isSignedIn());
  await account.calls('updateRoom', { roomId: room.id, topic: MARKDOWN[9]! });
  await account.calls('updateMe', { displayName: MARKDOWN[6]! });
  for (const body of MARKDOWN) await account.posts(room, body);

  await grace.visits(room);
  await expect(grace.screen.articles).toHaveCount(MARKDOWN.length);
  const links = grace.page.getByRole('main').getByRole('link').filter({ hasText: 'press' });
  await expect(links).toHaveCount(1);
  await links.hover();

  const hrefs = await grace.page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  expect(hrefs.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol))).toEqual([]);
  const harmful = '[onmouseover],[onerror],[onload],img,article script,iframe,object,embed';
  expect(await grace.page.getByRole('main').locator(harmful).count()).toBe(0);
  expect(await grace.page.evaluate(() => 'ran' in window)).toBe(false);
});

test('an address in a message is a link that gives nothing away', async ({ ada, grace }) => {
  const room = await (await ada.account()).opens(await grace.isSignedIn());
  await (await ada.account()).posts(room, 'see https://example.com/a?b=c, please');

  await grace.visits(room);

  const link = grace.screen.log.getByRole('link', { name: 'https://example.com/a?b=c', exact: true });
  await expect(link).toHaveAttribute('href', 'https://example.com/a?b=c');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(link).toHaveAttribute('rel', /noreferrer/);
});

test('hostile names of people and rooms run nothing', async ({ ada, grace }) => {
  const hostile = `<img src=x onerror=window.ran=1>\u202e ${ada.username}`.slice(0, 64);
  await (await ada.account()).calls('updateMe', { displayName: hostile });
  const room = await (
    await ada.account()
  ).creates('group', `<script>window.ran=1</script> ${ada.username}`, await grace.isSignedIn());
  await (await ada.account()).posts(room, 'who am I?');

  await grace.visits(room);

  await grace.hears('who am I?');
  await expect(grace.screen.heading).toContainText('<script>window.ran=1</script>');
  await expect(grace.screen.log).toContainText('<img src=x');
  await expect(grace.page).toHaveTitle(/<script>/);
  expect(await grace.page.evaluate(() => 'ran' in window)).toBe(false);
});

test('a name with a right-to-left mark does not turn its surroundings', async ({ ada, grace }) => {
  await (await ada.account()).calls('updateMe', { displayName: `\u202eada` });
  const room = await (await ada.account()).opens(await grace.isSignedIn());
  await (await ada.account()).posts(room, 'hello');

  await grace.visits(room);

  for (const place of [grace.screen.heading, grace.screen.message('hello')]) {
    await expect(place.locator('bdi').filter({ hasText: 'ada' }).first()).toBeAttached();
  }
});

test('zalgo, emoji and a paste of a thousand lines stay within their message', async ({ ada, grace }) => {
  const zalgo = `z${'\u0300\u0301\u0302\u0303'.repeat(100)}`;
  const lines = Array.from({ length: 1_000 }, (_, n) => `row ${n}`).join('\n');
  const unbroken = 'w'.repeat(4_000);
  const family = '👨‍👩‍👧‍👦';
  const room = await (await ada.account()).opens(await grace.isSignedIn());
  for (const body of [zalgo, lines, unbroken, family, '‮txet desrever', 'last']) {
    await (await ada.account()).posts(room, body);
  }

  await grace.visits(room);
  await grace.screen.jump.or(grace.screen.message('last')).first().waitFor();
  await expect(grace.screen.articles.filter({ hasText: /row 0/ })).toHaveCount(1);

  const widths = await grace.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
  const paste = grace.screen.articles.filter({ hasText: /row 0/ });
  const folded = (await paste.boundingBox())!.height;
  expect(folded).toBeLessThan(700);
  await paste.getByRole('button').click();
  await expect(async () => expect((await paste.boundingBox())!.height).toBeGreaterThan(5_000)).toPass();
});
