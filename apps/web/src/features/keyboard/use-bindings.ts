import { useEffect, useRef } from 'react';
import { BINDINGS, type BindingId, type Scope } from './bindings';
import { isTyping, matches } from './keys';

/** Returns false when there was nothing to do: then the press goes on to whoever else wants it. */
type Handler = () => void | boolean;
export type Handlers<S extends Scope> = { [Id in BindingId<S>]?: Handler };

type Press = KeyboardEvent | React.KeyboardEvent;

const isIn = (press: Press, selector: string) =>
  press.target instanceof Element && press.target.closest(selector) !== null;

const isComposing = (press: Press) => {
  const native = 'nativeEvent' in press ? press.nativeEvent : press;
  return native.isComposing || native.keyCode === 229;
};

/**
 * An `onKeyDown` that does what the table binds in this scope. Keys that write are left to text fields, save in the
 * composer, whose keys they are.
 */
export const onKeys =
  <S extends Scope>(scope: S, handlers: Handlers<S>) =>
  (press: Press) => {
    if (press.defaultPrevented || isComposing(press)) return;
    const inField = isIn(press, 'input, textarea, select, [contenteditable]');
    for (const binding of BINDINGS) {
      if (binding.scope !== scope) continue;
      const keys = binding.keys.find((each) =>
        matches('nativeEvent' in press ? press.nativeEvent : press, each),
      );
      if (!keys || (scope !== 'composer' && inField && isTyping(keys))) continue;
      const handler = (handlers as Partial<Record<string, Handler>>)[binding.id];
      if (handler && handler() !== false) press.preventDefault();
      return;
    }
  };

/** Binds keys of the whole page while the caller is mounted; a dialog or menu that has the focus keeps them. */
export const useBindings = (handlers: Handlers<'page'>) => {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (press: KeyboardEvent) => {
      if (!isIn(press, '[role="dialog"], [role="alertdialog"], [role="menu"]'))
        onKeys('page', latest.current)(press);
    };
    // Before everybody else: a key that is bound must not be taken for the beginning of a text.
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, []);
};
