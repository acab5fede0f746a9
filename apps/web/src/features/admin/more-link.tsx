import { buttonClass } from '@/ui/button';

/** The next page of a list, as a link. */
export const MoreLink = ({ href, label }: { href: string; label: string }) => (
  <p className="mt-5">
    <a href={href} className={buttonClass({ look: 'quiet' })}>
      {label}
    </a>
  </p>
);
