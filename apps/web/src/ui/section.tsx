import { useId } from 'react';

type SectionProps = { title: string; text?: React.ReactNode; children?: React.ReactNode };

/** A part of a page of settings, with what it is about. */
export const Section = ({ title, text, children }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="font-display text-xl leading-7 font-[650] tracking-[-.01em]">
        {title}
      </h2>
      {text && <p className="mt-1 text-muted">{text}</p>}
      {children && <div className="mt-4">{children}</div>}
    </section>
  );
};
