import { BINDINGS } from './bindings';
import { isTyping, matches, partsOf } from './keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('Mod is the command key on a Mac and Ctrl elsewhere', () => {
  expect(matches(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
  expect(matches(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
  expect(matches(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
  expect(matches(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
});

test('exactly the keys that are held count', () => {
  expect(matches(press('k'), 'Mod+K', false)).toBe(false);
  expect(matches(press('k', { ctrlKey: true, metaKey: true }), 'Mod+K', false)).toBe(false);
  expect(matches(press('F', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+F', false)).toBe(true);
  expect(matches(press('f', { ctrlKey: true }), 'Mod+Shift+F', false)).toBe(false);
  expect(matches(press('ArrowDown', { altKey: true, shiftKey: true }), 'Alt+ArrowDown', false)).toBe(false);
  expect(matches(press('ArrowDown', { altKey: true }), 'Alt+ArrowDown', false)).toBe(true);
  expect(matches(press('r', { ctrlKey: true }), 'R', false)).toBe(false);
});

test('a sign is itself with or without Shift, as the layout has it', () => {
  expect(matches(press('?', { shiftKey: true }), '?', false)).toBe(true);
  expect(matches(press('/'), '/', false)).toBe(true);
  expect(matches(press('/', { shiftKey: true }), '/', false)).toBe(true);
  expect(matches(press('+', { shiftKey: true }), '+', false)).toBe(true);
});

test('a letter is found on a keyboard of another script', () => {
  expect(matches(press('л', { code: 'KeyK', ctrlKey: true }), 'Mod+K', false)).toBe(true);
  expect(matches(press('q', { code: 'KeyA' }), 'A', false)).toBe(false);
});

test('the plus key can be bound, and held with others', () => {
  expect(partsOf('+')).toEqual(['+']);
  expect(partsOf('Mod++')).toEqual(['Mod', '+']);
});

test('only keys without Ctrl, command or Alt write in a field, and Escape never does', () => {
  expect(['?', 'R', 'Delete', 'ArrowUp'].every(isTyping)).toBe(true);
  expect(['Mod+K', 'Alt+Shift+ArrowUp', 'Shift+Escape'].some(isTyping)).toBe(false);
});

test('no two shortcuts of one place have the same keys or the same id', () => {
  const ids = BINDINGS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const taken = BINDINGS.flatMap(({ scope, keys }) => keys.map((each) => `${scope} ${each}`));
  expect(new Set(taken).size).toBe(taken.length);
});
