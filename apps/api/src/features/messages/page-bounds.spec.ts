import { pageBounds } from './page-bounds.js';

describe('the bounds of a page', () => {
  it('hold at most as many as asked for, inside the room, around its anchor', () => {
    for (let lastSeq = 0; lastSeq <= 12; lastSeq++) {
      for (let limit = 1; limit <= 6; limit++) {
        for (let around = 0; around <= 14; around++) {
          const { first, last } = pageBounds({ around, limit }, lastSeq);
          expect(first).toBeGreaterThanOrEqual(1);
          expect(last).toBeLessThanOrEqual(lastSeq);
          expect(last - first + 1).toBe(Math.min(limit, lastSeq));
          if (around >= 1 && around <= lastSeq) {
            expect(around).toBeGreaterThanOrEqual(first);
            expect(around).toBeLessThanOrEqual(last);
          }
        }
      }
    }
  });

  it('pages forwards and backwards meet every seq once', () => {
    const lastSeq = 23;
    const forwards: number[] = [];
    for (let after = 0; after < lastSeq;) {
      const { first, last } = pageBounds({ after, limit: 5 }, lastSeq);
      for (let seq = first; seq <= last; seq++) forwards.push(seq);
      after = last;
    }
    const backwards: number[] = [];
    for (let before = lastSeq + 1; before > 1;) {
      const { first, last } = pageBounds({ before, limit: 5 }, lastSeq);
      for (let seq = last; seq >= first; seq--) backwards.push(seq);
      before = first;
    }

    expect(forwards).toEqual(Array.from({ length: lastSeq }, (_, i) => i + 1));
    expect(backwards).toEqual(forwards.toReversed());
  });
});
