import { MAX_EMOJI_PER_MESSAGE, MAX_PINS_PER_ROOM } from '@parley/shared-types';
import { NO_CALL, NOBODY, type Mentions } from '../mentions/mentions.service.js';
import { ChangingRows, type Done } from './changing-rows.js';
import type { Change } from './message-change.js';
import { newRow, type MessageRow } from './message-row.js';

const NOW = 2_000;

const message = (seq: number, given: Partial<MessageRow> = {}): MessageRow => ({
  ...newRow({
    id: `message ${seq}`,
    room_id: 'room',
    seq,
    version: seq,
    client_id: `client ${seq}`,
    sender_id: 'ada',
    body: `body ${seq}`,
    reply_to_id: null,
    thread_root_id: null,
    mentions: null,
    mentions_all: null,
    attachments: null,
    created_at: 1_000,
  }),
  ...given,
});

const edit = (body: string): Change => ({ kind: 'edit', body, call: NO_CALL });
const react = (userId: string, emoji = '👍', isOn = true): Change => ({ kind: 'react', userId, emoji, isOn });
const pin = (isOn = true): Change => ({ kind: 'pin', isOn });
const remove: Change = { kind: 'delete' };

describe('the changes of one transaction', () => {
  const rowsOf = (messages: MessageRow[], pins = 0) =>
    new ChangingRows(messages, new Map([['room', pins]]), NOW);
  const made = (rows: ChangingRows, seq: number, change: Change, mentions: Mentions = NOBODY): Done => {
    const done = rows.change(`message ${seq}`, change, mentions);
    if (done instanceof Error) throw done;
    return done;
  };
  const refused = (rows: ChangingRows, seq: number, change: Change) => () => made(rows, seq, change);

  it('are each made on what the one before left, and written once', () => {
    const rows = rowsOf([message(1)]);

    made(rows, 1, edit('new'));
    made(rows, 1, react('grace'));
    made(rows, 1, pin());

    expect(rows.changed).toEqual([
      message(1, {
        body: 'new',
        edited_at: NOW,
        reactions: '[{"emoji":"👍","userIds":["grace"]}]',
        pinned_at: NOW,
      }),
    ]);
  });

  it('take the versions of each room in their order', () => {
    const rows = rowsOf([message(1), message(2), message(3, { room_id: 'other' })]);
    const done = [1, 3, 2, 1].map((seq) => made(rows, seq, react(`user ${seq}`, seq === 1 ? '🎉' : '👍')));
    expect(done[3]!.steps).toEqual([]);
    expect(rows.versions).toEqual([
      { id: 'room', versions: 2 },
      { id: 'other', versions: 1 },
    ]);

    rows.stamp([
      { id: 'other', last_seq: 3, version: 31 },
      { id: 'room', last_seq: 2, version: 12 },
    ]);

    expect(done.map(({ row }) => row.version)).toEqual([11, 31, 12, 11]);
  });

  it('that change nothing take no version', () => {
    const rows = rowsOf([message(1, { pinned_at: 5, reactions: '[{"emoji":"👍","userIds":["ada"]}]' })]);

    for (const change of [edit('body 1'), react('ada'), react('grace', '👍', false), pin()]) {
      expect(made(rows, 1, change)).toEqual({ row: expect.objectContaining({ version: 1 }), steps: [] });
    }
    expect(rows.changed).toEqual([]);
  });

  it('a deleted reply is followed by the first message of its thread, which counts one less', () => {
    const rows = rowsOf([message(1, { reply_count: 2 }), message(2, { thread_root_id: 'message 1' })]);

    const { row, steps } = made(rows, 2, remove);
    made(rows, 2, remove);

    expect(row).toMatchObject({ body: '', deleted_at: NOW, thread_root_id: 'message 1' });
    expect(steps.map((step) => [step.row.id, step.isDeletion])).toEqual([
      ['message 2', true],
      ['message 1', false],
    ]);
    expect(rows.changed.at(-1)).toMatchObject({ id: 'message 1', reply_count: 1 });
  });

  it('a tombstone keeps its place and nothing that was said', () => {
    const spoken = message(1, {
      mentions: '["grace"]',
      mentions_all: 'here',
      attachments: '[{"id":"file"}]',
      reactions: '[{"emoji":"👍","userIds":["ada"]}]',
      pinned_at: 5,
      reply_to_id: 'message 0',
      reply_count: 3,
      edited_at: 6,
    });
    const rows = rowsOf([spoken]);

    expect(made(rows, 1, remove).row).toEqual({
      ...spoken,
      body: '',
      mentions: null,
      mentions_all: null,
      attachments: null,
      reactions: null,
      pinned_at: null,
      deleted_at: NOW,
    });
    for (const change of [edit('x'), react('ada'), react('ada', '👍', false), pin(), pin(false)]) {
      expect(refused(rows, 1, change)).toThrow('deleted');
    }
    expect(made(rows, 1, remove).steps).toEqual([]);
  });

  it('a deleted message loses its files, an edited one keeps them', () => {
    const attachments = '[{"id":"file"}]';
    const rows = rowsOf([message(1, { attachments }), message(2, { attachments }), message(3)]);

    made(rows, 1, edit('new'));
    made(rows, 2, remove);
    made(rows, 2, remove);
    made(rows, 3, remove);

    expect(rows.changed[0]).toMatchObject({ id: 'message 1', attachments });
    expect(rows.withoutFiles).toEqual(['message 2']);
  });

  it('whom a message mentions in the end is known, whatever else became of it', () => {
    const rows = rowsOf([message(1), message(2), message(3)]);
    const grace: Mentions = { userIds: ['grace'], all: null, presentIds: [] };

    made(rows, 1, edit('for grace'), grace);
    made(rows, 1, react('ada'));
    made(rows, 2, edit('for grace'), grace);
    made(rows, 2, remove);
    made(rows, 3, pin());

    expect(rows.reworded.map(({ row, mentions }) => [row.id, mentions])).toEqual([
      ['message 1', grace],
      ['message 2', NOBODY],
    ]);
  });

  it('different emoji are bounded, those who give them are not', () => {
    const rows = rowsOf([message(1)]);
    for (let i = 0; i < MAX_EMOJI_PER_MESSAGE; i++) made(rows, 1, react('ada', `emoji ${i}`));

    expect(refused(rows, 1, react('ada', 'one more'))).toThrow(String(MAX_EMOJI_PER_MESSAGE));
    expect(refused(rows, 1, react('grace', 'emoji 0'))).not.toThrow();
  });

  it('pins are bounded in a room, counting those that the same transaction takes and gives', () => {
    const rows = rowsOf([message(1), message(2), message(3, { pinned_at: 5 })], MAX_PINS_PER_ROOM - 1);

    made(rows, 1, pin());
    expect(refused(rows, 2, pin())).toThrow(String(MAX_PINS_PER_ROOM));
    made(rows, 3, remove);
    made(rows, 2, pin());
    made(rows, 1, pin(false));
  });
});
