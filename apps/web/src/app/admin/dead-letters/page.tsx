import { DeadLettersPage } from '@/features/admin/dead-letters-page';
import { forAdmins } from '@/features/admin/for-admins';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';

const DeadLetters = async ({ searchParams }: PageProps<'/admin/dead-letters'>) => {
  const [asked, { timeZone }] = await Promise.all([searchParams, preferences()]);
  const cursor = firstOf(asked.cursor);
  return forAdmins('/admin/dead-letters', async (api) => (
    <DeadLettersPage
      cursor={cursor}
      page={await api.call('adminDeadLetters', cursor ? { cursor } : {})}
      timeZone={timeZone}
      done={firstOf(asked.done)}
      error={firstOf(asked.error)}
    />
  ));
};

export default DeadLetters;
