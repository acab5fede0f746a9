import { Wordmark } from './mark';

/** A page that stands alone, with nothing but the wordmark around what it says. */
export const FullPage = ({ children }: { children: React.ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <header className="px-6 py-5">
      <a href="/" className="inline-flex items-center rounded-sm touch:min-h-11">
        <Wordmark />
      </a>
    </header>
    <main className="grid flex-1 grid-cols-1 place-items-center pb-[12dvh]">{children}</main>
  </div>
);
