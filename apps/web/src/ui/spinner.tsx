/** Decoration for a wait; the words beside it say what is waited for. */
export const Spinner = () => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 14 14"
    aria-hidden="true"
    className="flex-none animate-spin text-muted"
  >
    <circle
      cx="7"
      cy="7"
      r="5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeDasharray="22 13"
    />
  </svg>
);
