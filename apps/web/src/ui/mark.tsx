export const BUBBLE =
  'M14 3C7.4 3 2.5 7.3 2.5 12.8c0 3.1 1.6 5.9 4.1 7.7L5.6 25l5.1-2.7c1 .2 2.1.4 3.3.4 6.6 0 11.5-4.3 11.5-9.900S20.6 3 14 3Z';
export const EMBER =
  'M9.2 15.400c1.3-3.7 3.1-6.2 5-6.9.5 1.9.1 3.3-.7 4.4 1.5-.4 2.5-1.4 3-2.7 1.5 1.5 2.1 3.1 1.7 4.7-.5 2.2-2.5 3.5-4.6 3.4-2.1 0-3.8-1.1-4.4-2.900Z';

/** Parley's sign: a speech bubble with an ember in it. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" className="flex-none">
    <path className="fill-accent" d={BUBBLE} />
    <path className="fill-canvas" d={EMBER} />
  </svg>
);

export const Wordmark = ({ size = 28 }: { size?: number }) => (
  <span className="inline-flex items-center gap-2.5">
    <Mark size={size} />
    <b className="font-display leading-none font-bold tracking-[-.02em]" style={{ fontSize: size * 0.76 }}>
      Parley
    </b>
  </span>
);
