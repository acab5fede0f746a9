import type { RoomRole } from '@parley/shared-types';
import { useTranslations } from 'next-intl';

type RoleFieldProps = { name: string; role: RoomRole; onChange: (role: RoomRole) => void };

const ROLES = ['owner', 'moderator', 'member'] as const satisfies readonly RoomRole[];

/** What somebody is in the room, to be changed by its owner. */
export const RoleField = ({ name, role, onChange }: RoleFieldProps) => {
  const t = useTranslations('members');
  return (
    <select
      aria-label={t('roleOf', { name })}
      value={role}
      onChange={(event) => onChange(event.target.value as RoomRole)}
      className="-ms-1 h-6 rounded-sm bg-transparent text-[13px] text-muted hover:text-text touch:h-11"
    >
      {ROLES.map((each) => (
        <option key={each} value={each} className="bg-raised text-text">
          {t(`role.${each}`)}
        </option>
      ))}
    </select>
  );
};
