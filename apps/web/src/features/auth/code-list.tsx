/** Recovery codes, easy to read off and to mark with a press of the mouse. */
export const CodeList = ({ codes }: { codes: readonly string[] }) => (
  <ul
    dir="ltr"
    className="grid gap-x-8 gap-y-1.5 rounded-lg border border-line bg-raised p-4 font-mono text-[14px] leading-6 select-all min-[440px]:grid-cols-2"
  >
    {codes.map((code) => (
      <li key={code} className="whitespace-nowrap">
        {code}
      </li>
    ))}
  </ul>
);
