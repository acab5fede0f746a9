import { Attaching } from '../people/attaching.js';
import { expect, test } from '../people/people.js';
import type { Person } from '../people/person.js';
import { noise, program, text } from '../people/sample-files.js';

/** Ada in a room with Grace, ready to attach files. */
async function inARoom(ada: Person, grace: Person) {
  const room = await (await ada.isSignedIn()).opens(await grace.account());
  await ada.visits(room);
  const latest = async () => {
    const { items } = await (await grace.account()).calls('messages', { roomId: room.id });
    return items.at(-1);
  };
  return { room, latest, files: new Attaching(ada) };
}

const namesIn = (message: { attachments: { name: string }[] } | undefined) =>
  message?.attachments.map(({ name }) => name);

test('files that are picked, pasted and dropped go with the message, in their order', async ({
  ada,
  grace,
}) => {
  const { files, latest } = await inARoom(ada, grace);

  await files.picks(text('first.txt'), noise('second.png', 40, 30));
  await expect(files.chips).toHaveCount(2);
  await files.pastes(noise('third.png', 30, 40));
  await files.drops(ada.screen.log, text('fourth.txt'));
  await expect(files.chips).toHaveCount(4);
  await ada.says('all of them');

  await expect(files.chips).toHaveCount(0);
  await expect(ada.screen.message('all of them')).toContainText('Sent');
  expect(namesIn(await latest())).toEqual(['first.txt', 'second.png', 'third.png', 'fourth.txt']);
});

test('who reads the latest message goes on seeing it while files are chosen', async ({ ada, grace }) => {
  const { room, files } = await inARoom(ada, grace);
  await (await grace.account()).postsNotes(room, 30);
  await (await grace.account()).posts(room, 'the latest');
  await expect(ada.screen.message('the latest')).toBeInViewport({ ratio: 1 });

  await files.picks(text('first.txt'));

  await expect(files.chips).toHaveCount(1);
  await expect(ada.screen.message('the latest')).toBeInViewport({ ratio: 1 });
});

test('a file needs no text with it', async ({ ada, grace }) => {
  const { files, latest } = await inARoom(ada, grace);

  await expect(ada.screen.send).toHaveAttribute('aria-disabled', 'true');
  await files.picks(text('alone.txt'));
  await ada.screen.send.click();

  await expect(ada.screen.articles).toContainText('Sent');
  expect(await latest()).toMatchObject({ body: '', attachments: [{ name: 'alone.txt' }] });
});

test('progress is seen while a file goes up, and removing it ends that', async ({ ada, grace }) => {
  const { files, latest } = await inARoom(ada, grace);
  await files.goesOutSlowly(200_000);
  ada.complaints.expect(/net::ERR_/);

  await files.picks(noise('large.png', 1000, 700), text('small.txt'));
  const seen = async () => Number(await files.progress('large.png').getAttribute('aria-valuenow'));
  await expect.poll(seen).toBeGreaterThan(0);
  expect(await seen()).toBeLessThan(100);

  await files.remove('large.png').click();
  await expect(files.chips).toHaveCount(1);
  await expect(ada.screen.composer).toBeFocused();
  await ada.says('only one');
  await expect(ada.screen.message('only one')).toContainText('Sent');
  expect(namesIn(await latest())).toEqual(['small.txt']);
});

test('a message that is sent while its file goes up arrives when that is done, before what follows', async ({
  ada,
  grace,
}) => {
  const { room, files } = await inARoom(ada, grace);
  await files.goesOutSlowly(400_000);

  await files.picks(noise('large.png', 1000, 400));
  await ada.says('here it comes');
  await ada.says('did it come?');

  await expect(ada.screen.message('did it come?')).toContainText('Sent');
  expect(await (await grace.account()).bodiesIn(room)).toEqual(['here it comes', 'did it come?']);
});

test('a picture over the limit and a program are refused before they are uploaded, with the reason', async ({
  ada,
  grace,
}) => {
  const { files } = await inARoom(ada, grace);
  const uploads: string[] = [];
  ada.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/uploads')) uploads.push(request.url());
  });
  const alert = ada.screen.main.getByRole('alert');

  await files.picks(noise('huge.png', 1500, 1400));
  await expect(alert).toContainText(/huge\.png is too large.* 5.MB/);
  await files.picks(program('setup.exe'));
  await expect(alert).toContainText(/setup\.exe.*programs/);
  await files.picks(program('harmless.txt'));
  await expect(alert).toContainText(/harmless\.txt.*programs/);
  await files.picks(...Array.from({ length: 11 }, (_, index) => text(`${index}.txt`)));
  await expect(alert).toContainText(/10\.txt.*10 files/);

  await expect(files.chips).toHaveCount(10);
  await expect.poll(() => uploads.length).toBe(10);
});

test('the server refuses them too when the page is bypassed', async ({ ada, grace }) => {
  await inARoom(ada, grace);
  const uploads = (file: { name: string; mimeType: string; buffer: Buffer }) =>
    ada.context.request.post('/api/v1/uploads', { multipart: { file }, headers: { origin: ada.url } });

  const huge = await uploads(noise('huge.png', 1500, 1400));
  expect(huge.status()).toBe(413);
  expect(await huge.json()).toMatchObject({
    code: 'payload_too_large',
    detail: expect.stringMatching(/5.MB/),
  });
  for (const file of [program('setup.exe'), program('harmless.txt'), text('run.bat')]) {
    const refused = await uploads(file);
    expect(refused.status()).toBe(415);
    expect(await refused.json()).toMatchObject({ code: 'unsupported_media_type' });
  }
});

test('what a picture shows is said before it is sent, and is there for those who do not see it', async ({
  ada,
  grace,
}) => {
  const { files, latest } = await inARoom(ada, grace);
  await files.picks(noise('cat.png', 40, 30));

  await files.chip('cat.png').getByRole('button', { name: 'Describe cat.png' }).click();
  const field = ada.page.getByRole('textbox', { name: 'What does the picture show?' });
  await field.fill('A cat asleep on a keyboard');
  await field.press('Enter');
  await expect(field).toBeHidden();
  await expect(ada.screen.articles).toHaveCount(0);
  await ada.says('look');

  await expect(ada.screen.message('look')).toContainText('Sent');
  expect((await latest())?.attachments).toMatchObject([{ alt: 'A cat asleep on a keyboard' }]);
});

test('files belong to the room in which they were chosen', async ({ ada, grace, linus }) => {
  await (await ada.account()).opens(await linus.account());
  const { files } = await inARoom(ada, grace);
  await files.picks(text('for-grace.txt'));
  await expect(files.chips).toHaveCount(1);

  await ada.opens(linus.username);
  await expect(files.chips).toHaveCount(0);
  await ada.opens(grace.username);
  await expect(files.chip('for-grace.txt')).toBeVisible();
});

test('a file that is sent without a network goes out after a reload', async ({ ada, grace }) => {
  const { files, latest } = await inARoom(ada, grace);
  await files.picks(text('warm-up.txt'));
  await ada.says('first');
  await expect(ada.screen.message('first')).toContainText('Sent');

  await ada.goesOffline();
  await files.picks(text('later.txt', 'written in a tunnel'));
  await ada.says('from the tunnel');
  await expect(ada.screen.message('from the tunnel')).toContainText('Queued');
  await ada.comesBackOnline();
  await ada.reloads();

  await expect(ada.screen.message('from the tunnel')).toContainText('Sent');
  expect(namesIn(await latest())).toEqual(['later.txt']);
});
