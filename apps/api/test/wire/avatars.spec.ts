import type { Room } from '@parley/shared-types';
import { EXTERNAL, externalToken } from '../external-token.js';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';
import { until } from '../until.js';
import { statusOf, storedIn, uploads, uploadsPicture, uploadsText } from '../uploading.js';

describe('pictures of people and rooms', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person, loner: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start(EXTERNAL);
    ({ ada, grace, linus } = await people(server));
    room = await ada.creates('group', 'compilers', grace, linus);
    loner = await signIn(server, 'linus-alone');
    const { items } = await loner.calls('rooms', {});
    for (const known of items) await loner.leaves(known);
  });
  afterAll(() => server.stop());

  it('a new picture of me is told to those who share a room, and can be seen by everyone who is signed in', async () => {
    const { id, thumbnailUrl } = await uploadsPicture(ada);

    const changed = await ada.calls('updateMe', { avatarAttachmentId: id });

    expect(changed.avatarUrl).toBe(thumbnailUrl);
    const isNew = ({ avatarUrl }: { avatarUrl: string | null }) => avatarUrl === thumbnailUrl;
    expect(await grace.isTold('user:updated', isNew)).toEqual(changed);
    expect((await ada.calls('me', {})).avatarUrl).toBe(thumbnailUrl);
    expect((await grace.sees(room)).members.find((member) => member.id === ada.id)).toEqual(changed);
    expect(await statusOf(loner, thumbnailUrl!)).toBe(200);
    expect((await fetch(server.url + thumbnailUrl!)).status).toBe(401);
    expect(loner.line.ears.of('user:updated')).toEqual([]);
  });

  it('the picture before goes, and so does the last one when it is taken away', async () => {
    const before = (await storedIn(server)).length;
    const [one, two] = [await uploadsPicture(grace), await uploadsPicture(grace)];
    await grace.calls('updateMe', { avatarAttachmentId: one.id });

    await grace.calls('updateMe', { avatarAttachmentId: two.id });
    expect(await statusOf(grace, one.thumbnailUrl!)).toBe(404);
    expect(await statusOf(grace, two.thumbnailUrl!)).toBe(200);

    const bare = await grace.calls('updateMe', { avatarAttachmentId: null });
    expect(bare.avatarUrl).toBeNull();
    expect(await grace.isTold('user:updated', (user) => user.id === grace.id && !user.avatarUrl)).toEqual(
      bare,
    );
    expect(await statusOf(grace, two.thumbnailUrl!)).toBe(404);
    await until('the bytes to be gone', async () => (await storedIn(server)).length === before);
  });

  it('the same picture again stays', async () => {
    const { id, thumbnailUrl } = await uploadsPicture(linus);
    await linus.calls('updateMe', { avatarAttachmentId: id });
    await linus.calls('updateRoom', { roomId: (await roomOf(linus)).id, name: 'a mark' });
    const told = linus.line.ears.of('user:updated').length;

    const again = await linus.calls('updateMe', { avatarAttachmentId: id });

    expect(again.avatarUrl).toBe(thumbnailUrl);
    expect(await statusOf(grace, thumbnailUrl!)).toBe(200);
    await linus.says(room, 'after the same picture');
    await linus.hears('after the same picture');
    expect(linus.line.ears.of('user:updated')).toHaveLength(told);
  });

  const roomOf = (who: Person) => who.creates('group', 'own', grace);

  it('only a picture that I have uploaded and not posted is one, and nothing else of the call is stored', async () => {
    const { displayName, avatarUrl } = await ada.calls('me', {});
    const posted = await uploadsPicture(ada);
    const clientId = crypto.randomUUID();
    await ada.asks('message:send', { roomId: room.id, clientId, body: 'x', attachmentIds: [posted.id] });
    const own = await ada.creates('group', 'own');
    const ofRoom = await uploadsPicture(ada);
    await ada.calls('updateRoom', { roomId: own.id, avatarAttachmentId: ofRoom.id });
    const wrong = [
      crypto.randomUUID(),
      (await uploadsPicture(grace)).id,
      (await uploadsText(ada)).id,
      (await uploads(ada, { name: 'x.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' })).id,
      posted.id,
      ofRoom.id,
    ];

    for (const avatarAttachmentId of wrong) {
      const changes = { avatarAttachmentId };
      expect(await refusalOf(ada.calls('updateMe', { ...changes, displayName: 'Countess' }))).toBe(
        'validation_failed',
      );
      expect(await refusalOf(ada.calls('updateRoom', { roomId: room.id, ...changes }))).toBe(
        'validation_failed',
      );
    }

    expect(await ada.calls('me', {})).toMatchObject({ displayName, avatarUrl });
    expect((await ada.sees(room)).avatarUrl).toBeNull();
  });

  it('who has their picture from another system cannot change it here', async () => {
    const token = await externalToken({ sub: 'grace-elsewhere', name: 'Grace E' });
    const { token: session } = await callRoute(server.url, undefined, 'externalLogin', { token });
    const guest = { server, token: session };
    const { id } = await uploadsPicture(guest);

    const change = callRoute(server.url, session, 'updateMe', { avatarAttachmentId: id });

    expect(await refusalOf(change)).toBe('forbidden');
  });

  it('a room has the picture that its owner or a moderator gives it; the one before goes', async () => {
    await ada.calls('updateMember', { roomId: room.id, userId: grace.id, role: 'moderator' });
    const [one, two] = [await uploadsPicture(ada), await uploadsPicture(grace)];
    const mine = await uploadsPicture(linus);

    const changed = await ada.calls('updateRoom', { roomId: room.id, avatarAttachmentId: one.id });
    expect(changed).toMatchObject({ avatarUrl: one.thumbnailUrl, version: expect.any(Number) });
    expect(await linus.isTold('room:updated', (told) => told.avatarUrl === one.thumbnailUrl)).toMatchObject({
      id: room.id,
      version: changed.version,
    });

    await grace.calls('updateRoom', { roomId: room.id, avatarAttachmentId: two.id });
    const { items } = await linus.calls('rooms', {});
    expect(items.find(({ id }) => id === room.id)).toMatchObject({ avatarUrl: two.thumbnailUrl });
    expect(await statusOf(linus, one.thumbnailUrl!)).toBe(404);
    expect(await statusOf(loner, two.thumbnailUrl!)).toBe(200);

    const theirs = linus.calls('updateRoom', { roomId: room.id, avatarAttachmentId: mine.id });
    expect(await refusalOf(theirs)).toBe('forbidden');
    await grace.calls('updateRoom', { roomId: room.id, avatarAttachmentId: two.id });
    expect(await statusOf(linus, two.thumbnailUrl!)).toBe(200);

    const bare = await ada.calls('updateRoom', { roomId: room.id, avatarAttachmentId: null });
    expect(bare.avatarUrl).toBeNull();
    expect(await statusOf(linus, two.thumbnailUrl!)).toBe(404);
  });

  it('my picture and those of my rooms do not replace one another', async () => {
    const own = await roomOf(ada);
    const [me, ours] = [await uploadsPicture(ada), await uploadsPicture(ada)];

    await ada.calls('updateMe', { avatarAttachmentId: me.id });
    await ada.calls('updateRoom', { roomId: own.id, avatarAttachmentId: ours.id });
    const next = await uploadsPicture(ada);
    await ada.calls('updateMe', { avatarAttachmentId: next.id });

    expect(await statusOf(grace, ours.thumbnailUrl!)).toBe(200);
    expect(await statusOf(grace, next.thumbnailUrl!)).toBe(200);
    expect(await statusOf(grace, me.thumbnailUrl!)).toBe(404);
  });
});
