import { Check } from 'lucide-react';
import { Avatar } from '@/ui/avatar';

type Props = { id: string; name: string; src: string | null; picked: boolean; onToggle: () => void };

export const TargetRow = ({ id, name, src, picked, onToggle }: Props) => (
  <li>
    <button
      type="button"
      data-arrow
      aria-pressed={picked}
      onClick={onToggle}
      className="flex min-h-11 w-full items-center gap-3 rounded-md px-2 text-start hover:bg-hover focus-visible:bg-hover aria-pressed:font-semibold"
    >
      <Avatar id={id} name={name.replace(/^#/, '')} src={src} size={28} />
      <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
      {picked && <Check size={17} strokeWidth={2.2} aria-hidden="true" className="text-accent" />}
    </button>
  </li>
);
