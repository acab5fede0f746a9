const DRAWINGS = {
  /** Two bubbles leaning to one another over an ember. */
  fire: (
    <>
      <path d="M22 30c0-9 8-16 19-16s19 7 19 16-8 16-19 16c-2.5 0-5-.4-7.2-1.100L25 49l2-8.600C23.8 37.7 22 34 22 30Z" />
      <path d="M100 46c0-8-7-14-16.5-14S67 38 67 46s7 14 16.5 14c2.2 0 4.3-.3 6.2-.9L98 63l-2-7.600c2.6-2.5 4-5.7 4-9.400Z" />
      <path d="M33 27h16M33 34h10M76 44h14" />
      <path d="M44 92h36M50 98h24" />
      <path
        className="fill-accent stroke-accent"
        d="M53 85c2-7 6-12 10-13.5 1 3.8.2 6.5-1.4 8.7 3-.8 5-2.8 6-5.4 3 3 4.2 6.2 3.4 9.4-1 4.4-5 7-9.2 6.8-4.2 0-7.6-2.2-8.8-6Z"
      />
    </>
  ),
  /** A door ajar, and light through it. */
  door: (
    <>
      <path d="M40 98V22h44v76M30 98h64" />
      <path d="M40 22l28 9v74l-28-7" />
      <circle className="fill-accent stroke-accent" cx="61" cy="66" r="2.2" />
      <path d="M92 54h8M91 66l7 4M91 42l7-4" />
    </>
  ),
  /** A plug out of its socket. */
  plug: (
    <>
      <path d="M18 62h20c6 0 8-4 8-9v-3M40 50h12M40 50v-8a6 6 0 0 1 12 0v8M43 36v-8M49 36v-8" />
      <path d="M106 62H86c-6 0-8 4-8 9v3M72 74h12v8a6 6 0 0 1-12 0Z" />
      <path className="stroke-accent" d="M58 58l-3-5M64 66l4 4M61 62l.1.1" />
    </>
  ),
};

/** A drawing for pages and rooms with nothing in them. */
export const EmberArt = ({ drawing }: { drawing: keyof typeof DRAWINGS }) => (
  <svg
    width="124"
    height="112"
    viewBox="0 0 124 112"
    aria-hidden="true"
    fill="none"
    className="stroke-edge"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {DRAWINGS[drawing]}
  </svg>
);
