import { AuditAction } from '@parley/shared-types';
import { AuditPage } from '@/features/admin/audit-page';
import { forAdmins } from '@/features/admin/for-admins';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';

const Audit = async ({ searchParams }: PageProps<'/admin/audit'>) => {
  const [asked, { timeZone }] = await Promise.all([searchParams, preferences()]);
  const action = AuditAction.options.find((each) => each === firstOf(asked.action));
  const [userId, cursor] = [firstOf(asked.userId), firstOf(asked.cursor)];
  return forAdmins('/admin/audit', async (api) => {
    const [page, person] = await Promise.all([
      api.call('adminAudit', {
        ...(action && { action }),
        ...(userId && { userId }),
        ...(cursor && { cursor }),
      }),
      userId ? api.call('user', { userId }) : undefined,
    ]);
    return <AuditPage action={action} person={person} page={page} timeZone={timeZone} />;
  });
};

export default Audit;
