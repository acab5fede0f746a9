/** The end of a list that goes on: asks for its next page. */
export const MoreRow = ({ label, onMore }: { label: string; onMore: () => void }) => (
  <li className="p-2 text-center">
    <button type="button" onClick={onMore} className="font-semibold text-link underline underline-offset-2">
      {label}
    </button>
  </li>
);
