import { BUBBLE, EMBER } from './mark';

const PAPER = '#fcfaf6';
const ACCENT = '#c8430f';

/** Parley's sign on paper, `size` pixels wide, the sign taking `mark` of that. Drawn without a stylesheet. */
export const AppIcon = ({ size, mark }: { size: number; mark: number }) => (
  <div
    style={{
      display: 'flex',
      width: size,
      height: size,
      alignItems: 'center',
      justifyContent: 'center',
      background: PAPER,
    }}
  >
    <svg width={size * mark} height={size * mark} viewBox="0 0 28 28">
      <path fill={ACCENT} d={BUBBLE} />
      <path fill={PAPER} d={EMBER} />
    </svg>
  </div>
);
