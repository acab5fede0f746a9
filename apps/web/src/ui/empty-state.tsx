import { EmberArt } from './ember-art';

type EmptyStateProps = {
  drawing: React.ComponentProps<typeof EmberArt>['drawing'];
  title: string;
  /** The page's own heading, where nothing else is. */
  heading?: 'h1' | 'h2';
  text?: React.ReactNode;
  children?: React.ReactNode;
};

/** What to see where there is nothing yet: a drawing, a line, an action. */
export const EmptyState = ({ drawing, title, heading: Heading = 'h2', text, children }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-[44ch] flex-col items-center px-6 py-10 text-center">
    <EmberArt drawing={drawing} />
    <Heading className="mt-5 font-display text-[22px] leading-7 font-[650] tracking-[-.015em]">
      {title}
    </Heading>
    {text && <p className="mt-1.5 text-balance text-muted">{text}</p>}
    {children && <div className="mt-5 flex flex-wrap justify-center gap-2.5">{children}</div>}
  </div>
);
