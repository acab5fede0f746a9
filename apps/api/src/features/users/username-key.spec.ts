import { isReserved } from './reserved-names.js';
import { nameKeys, searchKey, usernameKey } from './username-key.js';

describe('what names are compared by', () => {
  it.each([
    ['Ada', 'ADA'],
    ['ada', 'ａｄａ'],
    ['Straße', 'STRASSE'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['é', 'e\u0301'],
    ['ﬁn', 'fin'],
  ])('%s and %s are one name', (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  it.each([
    ['ada', 'adá'],
    ['ada', 'ad_a'],
    ['a.da', 'ada'],
  ])('%s and %s are two', (one, other) => {
    expect(usernameKey(one)).not.toBe(usernameKey(other));
  });

  it('is the same when it is taken again', () => {
    for (const name of ['Ada', 'ﬁn', 'Straße', 'İx']) {
      expect(usernameKey(usernameKey(name))).toBe(usernameKey(name));
    }
  });

  it('people are found by either name, in any case', () => {
    expect(searchKey('Grace', 'Rear ADMIRAL')).toBe('grace rear admiral');
  });
});

describe('names that are read alike', () => {
  const isOne = (one: string, other: string) => nameKeys(one).some((key) => nameKeys(other).includes(key));

  it.each([
    ['ada', '\u0430d\u0430'],
    ['Helen', '\u041delen'],
    ['Helen', '\u0397elen'],
    ['Ivan', '\u0406van'],
    ['sara', '\u0455ara'],
    ['ada', 'a\u200dda'],
    ['ada', '𝒶𝒹𝒶'],
  ])('%s and %s are one', (one, other) => {
    expect(isOne(one, other)).toBe(true);
    expect(isOne(one.toUpperCase(), other)).toBe(true);
  });

  it.each([
    ['user1', 'userl'],
    ['born', 'bom'],
    ['ada', 'adá'],
    ['нина', 'нона'],
  ])('%s and %s are two', (one, other) => {
    expect(isOne(one, other)).toBe(false);
  });

  it.each(['admin', 'ADMIN', 'аdmin', 'ａｐｉ', 'Everyone', 'here'])('%s is kept from people', (name) => {
    expect(isReserved(name)).toBe(true);
  });
});
