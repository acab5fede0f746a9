import { goTo } from '@/features/shell/route';

/** A link that somebody wrote. What leads to a place of this page opens in it, everything else beside it. */
export const TextLink = ({ url, children }: { url: string; children: React.ReactNode }) => {
  const open = (event: React.MouseEvent) => {
    const { origin, pathname, search } = new URL(url);
    if (origin !== location.origin || !pathname.startsWith('/rooms/')) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(pathname + search);
  };
  return (
    <a
      href={url}
      title={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      onClick={open}
      className="text-link underline underline-offset-2"
    >
      {children}
    </a>
  );
};
