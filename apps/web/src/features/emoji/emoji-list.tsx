const CELL = 'grid size-9 place-items-center rounded-md text-[21px] touch:size-11';

type CategoryProps = React.ComponentProps<'div'> & { category: { label: string } };
type EmojiProps = Omit<React.ComponentProps<'button'>, 'children'> & {
  emoji: { emoji: string; label: string; isActive: boolean };
};

// The library counts rows and columns from 0, assistive technology from 1.
const fromOne = (index: number | undefined) => (index ?? 0) + 1;

/** How the parts of the picker's list look. */
export const EMOJI_LIST = {
  CategoryHeader: ({ category, ...rest }: CategoryProps) => (
    <div
      {...rest}
      className="bg-raised px-2.5 pt-2 pb-1 text-xs font-semibold text-muted first-letter:uppercase"
    >
      {category.label}
    </div>
  ),
  Row: (props: React.ComponentProps<'div'>) => (
    <div {...props} aria-rowindex={fromOne(props['aria-rowindex'])} className="scroll-my-1.5 px-1.5" />
  ),
  Emoji: ({ emoji, ...rest }: EmojiProps) => (
    <button
      type="button"
      {...rest}
      aria-colindex={fromOne(rest['aria-colindex'])}
      className={`${CELL} data-active:bg-pressed`}
    >
      {emoji.emoji}
    </button>
  ),
};
