import { clsx } from './clsx';
import { hueOf } from '@/lib/hue';
import { initialOf } from '@/lib/initial';

const SIZES = {
  20: 'size-5 rounded-sm text-[10px]',
  28: 'size-7 rounded-[8px] text-xs',
  36: 'size-9 rounded-md text-sm',
  64: 'size-16 rounded-xl text-2xl',
};

type AvatarProps = {
  id: string;
  name: string;
  /** A picture that takes the letter's place as soon as it is there. */
  src?: string | null | undefined;
  size?: keyof typeof SIZES;
  dot?: React.ReactNode;
  className?: string;
};

/** A picture, or a letter on a colour of its own; decoration only, the name is always beside it as text. */
export const Avatar = ({ id, name, src, size = 36, dot, className }: AvatarProps) => (
  <span
    aria-hidden="true"
    className={clsx(
      'hue-face relative grid flex-none place-items-center font-semibold',
      SIZES[size],
      className,
    )}
    style={{ '--hue': hueOf(id) } as React.CSSProperties}
  >
    {initialOf(name)}
    {src && (
      <img
        src={src}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        className="absolute inset-0 size-full rounded-[inherit] bg-raised object-cover"
      />
    )}
    {dot}
  </span>
);
