import { memoryDatabase } from '../../testing/memory-database.js';
import { MentionsRepository } from './mentions.repository.js';

describe('counting mentions', () => {
  let opened: Awaited<ReturnType<typeof memoryDatabase>>;

  beforeAll(async () => {
    opened = await memoryDatabase();
  });
  afterAll(() => opened.source.destroy());

  it('takes as many readers as a channel may have', async () => {
    const readers = Array.from({ length: 12_000 }, (_, i) => ({
      roomId: 'room',
      userId: `reader ${i}`,
      readSeq: 0,
    }));

    const counts = await new MentionsRepository(opened.database).countsOf(readers);

    expect(counts).toHaveLength(readers.length);
    expect(new Set(counts)).toEqual(new Set([0]));
  });
});
