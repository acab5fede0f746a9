'use client';
import { useUser } from '@parley/chat-client/react';
import type { User } from '@parley/shared-types';
import { Avatar } from '@/ui/avatar';
import { PresenceDot } from './presence-dot';

type PersonFaceProps = { person: User; size?: React.ComponentProps<typeof Avatar>['size'] };

/** A person's avatar with how they are now. */
export const PersonFace = ({ person, size }: PersonFaceProps) => {
  const live = useUser(person.id) ?? person;
  return (
    <Avatar
      id={live.id}
      name={live.displayName}
      src={live.avatarUrl}
      size={size}
      dot={<PresenceDot status={live.status} />}
    />
  );
};
