import { forAdmins } from '@/features/admin/for-admins';
import { PeoplePage } from '@/features/admin/people-page';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';

const People = async ({ searchParams }: PageProps<'/admin/people'>) => {
  const [asked, { timeZone }] = await Promise.all([searchParams, preferences()]);
  const query = firstOf(asked.query)?.trim().slice(0, 100) ?? '';
  const cursor = firstOf(asked.cursor);
  return forAdmins('/admin/people', async (api, meId) => (
    <PeoplePage
      meId={meId}
      query={query}
      cursor={cursor}
      page={await api.call('adminUsers', { ...(query && { query }), ...(cursor && { cursor }) })}
      timeZone={timeZone}
      done={firstOf(asked.done)}
      error={firstOf(asked.error)}
    />
  ));
};

export default People;
