import type { Page } from '@playwright/test';
import { MessageActs } from '../people/actions.js';
import { Attaching } from '../people/attaching.js';
import { film } from '../people/film.js';
import { layoutShift, watchLayoutShifts } from '../people/layout-shifts.js';
import { picture, textFile, tone } from '../people/made-files.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { postsFiles } from '../people/posting-files.js';
import { noise } from '../people/sample-files.js';
import { stillness } from '../people/scrolling.js';
import { Wire } from '../people/wire.js';

const THUMBNAILS = /\/files\/[^/]+\/thumbnail/;

const pictures = ({ screen }: Person) => screen.log.getByRole('img');
const lightbox = ({ page }: Person) => page.getByRole('dialog', { name: 'Pictures', exact: true });

/** Keeps pictures back until what this answers is called. */
async function holdsThumbnails(page: Page): Promise<() => void> {
  let letThemCome = () => {};
  const held = new Promise<void>((resolve) => (letThemCome = resolve));
  await page.route(THUMBNAILS, async (route) => {
    await held;
    await route.continue();
  });
  return letThemCome;
}

const isDrawn = (person: Person, nth = 0) =>
  expect
    .poll(() =>
      pictures(person)
        .nth(nth)
        .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
    )
    .toBe(true);

test('a picture has its place before it is there, and nothing moves when it comes', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await (await ada.account()).postsNotes(room, 5);
  await postsFiles(await ada.account(), room, [picture('sea.png', 1600, 900)], { alt: 'Waves at dawn' });
  await (await ada.account()).posts(room, 'below the picture');

  for (const person of [ada, grace]) {
    await watchLayoutShifts(person.page);
    const letThemCome = await holdsThumbnails(person.page);
    await person.visits(room);
    const shown = pictures(person);
    await expect(shown).toHaveAccessibleName('Waves at dawn');
    await stillness(person.screen.message('below the picture'));
    const place = await shown.boundingBox();
    expect(place!.width / place!.height).toBeCloseTo(16 / 9, 1);
    await layoutShift(person.page);

    letThemCome();
    await isDrawn(person);

    expect(await shown.boundingBox()).toEqual(place);
    expect(await layoutShift(person.page)).toBe(0);
  }
});

test('a picture that comes in while somebody looks has its place, too', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await watchLayoutShifts(grace.page);
  const letThemCome = await holdsThumbnails(grace.page);
  await grace.visits(room);

  await postsFiles(await ada.account(), room, [picture('tower.png', 300, 900)], { body: 'look up' });
  await expect(pictures(grace)).toBeInViewport();
  await stillness(grace.screen.message('look up'));
  const place = await pictures(grace).boundingBox();
  await layoutShift(grace.page);
  letThemCome();
  await isDrawn(grace);

  expect(await pictures(grace).boundingBox()).toEqual(place);
  expect(await layoutShift(grace.page)).toBe(0);
});

test('a picture that I send is there at once, and stays what it is when it is stored', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const wire = await Wire.into(ada.page);
  await ada.visits(room);
  wire.holds('message:send');

  await new Attaching(ada).picks(noise('mine.png', 60, 40));
  await ada.says('look');
  await isDrawn(ada);
  const seen = await pictures(ada).getAttribute('src');
  expect(seen).toMatch(/^blob:/);

  wire.letsAllPass();
  await expect(ada.screen.message('look')).toContainText('Sent');
  await expect(pictures(ada)).toHaveAttribute('src', seen!);
  await expect(ada.screen.log.getByRole('link', { name: 'Picture: mine.png' })).toBeVisible();
});

test('several pictures stand together, and the keyboard leads through them at full size', async ({
  ada,
  grace,
}) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  const files = [
    picture('one.png', 640, 480),
    picture('two.png', 480, 640, [30, 90, 160]),
    picture('three.png', 900, 300, [40, 140, 70]),
  ];
  await postsFiles(await grace.account(), room, files, { body: 'three of them' });
  await ada.visits(room);
  await expect(ada.screen.articles).toHaveCount(1);
  const links = ada.screen.log.getByRole('link', { name: /^Picture: / });
  await expect(links).toHaveCount(3);

  await links.nth(1).focus();
  await ada.page.keyboard.press('Enter');
  const slide = (name: string) => lightbox(ada).getByRole('img', { name: `Picture: ${name}` });
  // Whole: a key that comes while one slides away counts for the slide that goes.
  await expect(slide('two.png')).toBeInViewport({ ratio: 1 });
  await ada.page.keyboard.press('ArrowRight');
  await expect(slide('three.png')).toBeInViewport({ ratio: 1 });
  await ada.page.keyboard.press('ArrowLeft');
  await expect(slide('two.png')).toBeInViewport({ ratio: 1 });
  await ada.page.keyboard.press('ArrowLeft');
  await expect(slide('one.png')).toBeInViewport({ ratio: 1 });
  await expect(lightbox(ada).getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'one.png');

  await ada.page.keyboard.press('Escape');
  await expect(lightbox(ada)).toHaveCount(0);
  await expect(links.nth(1)).toBeFocused();
});

test('sound and film are played where they stand, and other files are fetched', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  const files = [
    tone('song.wav'),
    await film(ada.page, 'walk.webm'),
    textFile('the notes of the whole meeting.txt', 'one, two'),
  ];
  await postsFiles(await grace.account(), room, files);

  for (const [tag, name] of [
    ['audio', 'Audio: song.wav'],
    ['video', 'Video: walk.webm'],
  ] as const) {
    const player = ada.screen.log.locator(tag);
    await expect(player).toHaveAccessibleName(name);
    await player.evaluate((media: HTMLMediaElement) => {
      media.muted = true;
      return media.play();
    });
    await expect
      .poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime))
      .toBeGreaterThan(0);
  }

  const row = ada.screen.log.getByRole('link', { name: /the notes of the whole meeting\.txt/ });
  await expect(row).toContainText('8 bytes');
  const [download] = await Promise.all([ada.page.waitForEvent('download'), row.click()]);
  expect(download.suggestedFilename()).toBe('the notes of the whole meeting.txt');
});

test('where there is no space for a picture it is told in words', async ({ ada, grace }) => {
  const graces = await grace.account();
  const room = await (await ada.isSignedIn()).opens(graces);
  const message = await postsFiles(graces, room, [picture('cat.png', 200, 200)]);
  await graces.calls('pinMessage', { messageId: message.id });
  await ada.visits(room);

  const article = ada.screen.articles.first();
  await article.hover();
  await article.getByRole('toolbar').getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(ada.screen.main.getByText(/Replying to .* Photo/)).toBeVisible();
  await ada.says('what a cat');
  await expect(ada.screen.message('what a cat').getByRole('link', { name: /In reply to/ })).toContainText(
    'Photo',
  );

  await ada.screen.main.getByRole('link', { name: 'Pinned messages' }).click();
  const pinned = ada.page.getByRole('complementary', { name: 'Pinned messages' });
  await expect(pinned.getByRole('img', { name: 'Picture: cat.png' })).toBeVisible();

  await ada.page.goto('/search?q=has:image');
  await expect(ada.screen.main.getByRole('link', { name: /Photo/ })).toBeVisible();
});

test('a picture in a thread is there for those who read the thread', async ({ ada, grace }) => {
  const graces = await grace.account();
  const room = await (await ada.isSignedIn()).opens(graces);
  const root = await graces.posts(room, 'show me');
  await postsFiles(graces, room, [picture('map.png', 300, 300)], { threadRootId: root.id });

  await ada.visits(room, `?thread=${root.id}`);

  const thread = ada.page.getByRole('log', { name: 'Thread', exact: true });
  await expect(thread.getByRole('img', { name: 'Picture: map.png' })).toBeVisible();
});

test('a deleted message has no picture any more, for anybody', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.isSignedIn());
  await postsFiles(await ada.account(), room, [picture('oops.png', 200, 200)], { body: 'oops' });
  await ada.visits(room);
  await grace.visits(room);
  await expect(pictures(grace)).toBeVisible();

  await new MessageActs(ada).deletes('oops');

  for (const person of [ada, grace]) {
    await expect(pictures(person)).toHaveCount(0);
    await expect(person.screen.log).toContainText('This message was deleted');
  }
});

test('what cannot be read as text is not offered to be copied as text', async ({ ada, grace }) => {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await postsFiles(await grace.account(), room, [picture('cat.png', 200, 200)]);
  await ada.visits(room);

  const article = ada.screen.articles.first();
  await article.hover();
  await article.getByRole('toolbar').getByRole('button', { name: 'More actions', exact: true }).click();

  await expect(ada.screen.menuItem('Copy link')).toBeVisible();
  await expect(ada.screen.menuItem('Copy text')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pictures are seen and files fetched', async ({ ada, grace }) => {
    const room = await (await ada.isSignedIn()).opens(await grace.account());
    const files = [picture('sea.png', 800, 600), textFile('notes.txt', 'one')];
    await postsFiles(await grace.account(), room, files);

    await ada.reads(room);

    await expect(pictures(ada)).toHaveAccessibleName('Picture: sea.png');
    await expect(ada.screen.log.getByRole('link', { name: /notes\.txt/ })).toBeVisible();
    const full = await ada.screen.log.getByRole('link', { name: 'Picture: sea.png' }).getAttribute('href');
    const answer = await ada.context.request.get(full!);
    expect(answer.headers()['content-type']).toBe('image/png');
  });
});
