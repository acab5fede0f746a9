/** `page` holds everywhere; the others while the focus is on a room's link, on a message, in a composer. */
export const SCOPES = ['page', 'room', 'message', 'composer'] as const;
export type Scope = (typeof SCOPES)[number];

type Binding = { id: string; scope: Scope; keys: readonly string[] };

/**
 * Every shortcut there is: what binds them and what explains them both read this table. `keys` are written as
 * `matches` in keys.ts reads them; the words for an id are `keyboard.does.ID` in the catalogue.
 */
export const BINDINGS = [
  { id: 'help', scope: 'page', keys: ['?'] },
  { id: 'switcher', scope: 'page', keys: ['Mod+K'] },
  { id: 'search', scope: 'page', keys: ['/', 'Mod+Shift+F'] },
  { id: 'previousRoom', scope: 'page', keys: ['Alt+ArrowUp'] },
  { id: 'nextRoom', scope: 'page', keys: ['Alt+ArrowDown'] },
  { id: 'previousUnread', scope: 'page', keys: ['Alt+Shift+ArrowUp'] },
  { id: 'nextUnread', scope: 'page', keys: ['Alt+Shift+ArrowDown'] },
  { id: 'markAllRead', scope: 'page', keys: ['Shift+Escape'] },
  { id: 'roomMenu', scope: 'room', keys: ['Shift+F10', 'ContextMenu'] },
  { id: 'nextMessage', scope: 'message', keys: ['ArrowDown'] },
  { id: 'previousMessage', scope: 'message', keys: ['ArrowUp'] },
  { id: 'firstMessage', scope: 'message', keys: ['Home'] },
  { id: 'lastMessage', scope: 'message', keys: ['End'] },
  { id: 'react', scope: 'message', keys: ['+'] },
  { id: 'reply', scope: 'message', keys: ['R'] },
  { id: 'thread', scope: 'message', keys: ['T'] },
  { id: 'edit', scope: 'message', keys: ['E'] },
  { id: 'delete', scope: 'message', keys: ['Delete'] },
  { id: 'pin', scope: 'message', keys: ['P'] },
  { id: 'forward', scope: 'message', keys: ['F'] },
  { id: 'markUnread', scope: 'message', keys: ['U'] },
  { id: 'messageMenu', scope: 'message', keys: ['M', 'ContextMenu', 'Shift+F10'] },
  { id: 'editLast', scope: 'composer', keys: ['ArrowUp'] },
  { id: 'bold', scope: 'composer', keys: ['Mod+B'] },
  { id: 'italic', scope: 'composer', keys: ['Mod+I'] },
  { id: 'strike', scope: 'composer', keys: ['Mod+Shift+X'] },
  { id: 'code', scope: 'composer', keys: ['Mod+E'] },
  { id: 'codeBlock', scope: 'composer', keys: ['Mod+Shift+C'] },
  { id: 'link', scope: 'composer', keys: ['Mod+Shift+U'] },
] as const satisfies readonly Binding[];

type Row = (typeof BINDINGS)[number];
export type BindingId<S extends Scope = Scope> = Extract<Row, { scope: S }>['id'];
