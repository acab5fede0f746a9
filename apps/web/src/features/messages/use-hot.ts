import { useState } from 'react';

/**
 * Whether a message has the pointer over it, or the keyboard's focus in it: then its actions are shown. A finger is
 * neither; for that there is a long press.
 */
export const useHot = () => {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return {
    hot: pointed || focused,
    handlers: {
      onPointerEnter: ({ pointerType }: React.PointerEvent) => setPointed(pointerType === 'mouse'),
      onPointerLeave: () => setPointed(false),
      onFocus: ({ currentTarget, target }: React.FocusEvent) =>
        setFocused(currentTarget.contains(target) && target.matches(':focus-visible')),
      onBlur: ({ currentTarget, relatedTarget }: React.FocusEvent) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocused(false);
      },
    },
  };
};
