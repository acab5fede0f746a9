import { mentionsIn } from './mentions.js';
import { allCalledBy, nameCandidates } from './names.js';

describe('whom a message mentions', () => {
  it('names each token once, with what it may stand for, longest first', () => {
    expect(mentionsIn('@ada. and @grace-hopper, again @ada.').names).toEqual([
      ['ada.', 'ada'],
      ['grace-hopper', 'grace'],
    ]);
  });

  it('is nobody inside code, links and e-mail addresses', () => {
    const body = '`@ada` ada@example.org [@ada](https://a.b) https://a.b/@ada\n```\n@ada @room\n```';
    expect(mentionsIn(body)).toEqual({ names: [], all: null });
  });

  it('is found inside quotes, lists, emphasis and headings', () => {
    expect(mentionsIn('> @ada\n\n- **@grace**\n\n# _@linus_').names).toEqual([['ada'], ['grace'], ['linus']]);
  });

  it('is everyone by @room, those present by @here, and the room wins', () => {
    expect(mentionsIn('hello @room').all).toBe('room');
    expect(mentionsIn('hello @Here!').all).toBe('here');
    expect(mentionsIn('@here, @room.').all).toBe('room');
    expect(mentionsIn('@roommate @there').all).toBeNull();
    expect(mentionsIn('@room').names).toEqual([]);
  });

  it('has a limit', () => {
    const body = Array.from({ length: 500 }, (_, index) => `@name${index}`).join(' ');
    expect(mentionsIn(body).names).toHaveLength(100);
  });
});

describe('the names that a token may stand for', () => {
  it.each([
    ['ada', ['ada']],
    ['ada_', ['ada_', 'ada']],
    ['ada...', ['ada...', 'ada..', 'ada.', 'ada']],
    ['ada.b-c', ['ada.b-c', 'ada.b', 'ada']],
    ['ada你好', ['ada你好', 'ada']],
    ['田中さん', ['田中さん']],
    ['a', []],
    ['x'.repeat(40), []],
  ])('%j', (name, names) => {
    expect(nameCandidates(name)).toEqual(names);
  });

  it('are bounded, however long the token is', () => {
    expect(nameCandidates('.a'.repeat(4_000)).length).toBeLessThanOrEqual(32);
    expect(allCalledBy('room.')).toBe('room');
  });
});
