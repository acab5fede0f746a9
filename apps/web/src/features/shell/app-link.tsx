'use client';
import { goTo } from './route';

/** A click that asks for nothing else, such as another tab. */
export const isPlainClick = (event: React.MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link inside the messenger: a real address for everyone, an instant switch for a plain click. */
export const AppLink = ({ href, onClick, ...rest }: React.ComponentProps<'a'> & { href: string }) => (
  <a
    href={href}
    onClick={(event) => {
      onClick?.(event);
      if (event.defaultPrevented || !isPlainClick(event)) return;
      event.preventDefault();
      goTo(href);
    }}
    {...rest}
  />
);
