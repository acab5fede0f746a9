import { useTranslations } from 'next-intl';

/** From here on it is worth knowing how much more may be written. */
const NEAR = 500;

type LengthLineProps = { id: string; told: string | null; left: number };

/** Over the field: what is wrong with the text, or how near its end is. */
export const LengthLine = ({ id, told, left }: LengthLineProps) => {
  const t = useTranslations('composer');
  if (told)
    return (
      <p id={id} role="alert" className="px-4 pt-2.5 text-[13px] leading-5 text-danger">
        {told}
      </p>
    );
  if (left >= NEAR) return null;
  return (
    <p className="px-4 pt-2.5 text-end text-xs leading-5 text-muted tabular-nums">
      {t('left', { count: left })}
    </p>
  );
};
